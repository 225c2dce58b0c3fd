@NullMarked
package org.mdmhub.web.lists;

import org.jspecify.annotations.NullMarked;
