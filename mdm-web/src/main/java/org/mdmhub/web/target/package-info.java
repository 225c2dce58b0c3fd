/** The targets on the screen: how each stands, where each record stands in it, what was sent and answered. */
@NullMarked
package org.mdmhub.web.target;

import org.jspecify.annotations.NullMarked;
