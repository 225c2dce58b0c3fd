/** What follows from last days, on the screen. */
@NullMarked
package org.mdmhub.web.expiry;

import org.jspecify.annotations.NullMarked;
