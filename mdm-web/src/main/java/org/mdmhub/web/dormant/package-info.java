/** Records that nobody has confirmed for long, on the screen: confirm them, or ask for their retirement. */
@NullMarked
package org.mdmhub.web.dormant;

import org.jspecify.annotations.NullMarked;
