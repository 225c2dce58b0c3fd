/** Tests of dormant records on the screen. */
@NullMarked
package org.mdmhub.web.dormant;

import org.jspecify.annotations.NullMarked;
