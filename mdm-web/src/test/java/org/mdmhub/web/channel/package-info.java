@NullMarked
package org.mdmhub.web.channel;

import org.jspecify.annotations.NullMarked;
