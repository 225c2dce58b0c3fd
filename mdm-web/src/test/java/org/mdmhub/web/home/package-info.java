/** The first page: figures that are right and scoped, and how they are drawn. */
@NullMarked
package org.mdmhub.web.home;

import org.jspecify.annotations.NullMarked;
