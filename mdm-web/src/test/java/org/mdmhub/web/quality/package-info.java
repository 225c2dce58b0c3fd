/** How good the data are, on the screen. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.quality;
