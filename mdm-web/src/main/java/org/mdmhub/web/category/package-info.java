/** The trees of categories: looked at, and asked for with a preview of the names that they build. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.category;
