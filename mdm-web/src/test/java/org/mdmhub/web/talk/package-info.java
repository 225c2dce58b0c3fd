@NullMarked
package org.mdmhub.web.talk;

import org.jspecify.annotations.NullMarked;
