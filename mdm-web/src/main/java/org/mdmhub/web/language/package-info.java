/** The two languages that the hub speaks. */
@NullMarked
package org.mdmhub.web.language;

import org.jspecify.annotations.NullMarked;
