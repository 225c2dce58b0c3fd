/** Tests of the trees of categories. */
@NullMarked
package org.mdmhub.web.category;

import org.jspecify.annotations.NullMarked;
