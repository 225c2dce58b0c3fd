/** Merging on screen, as people do it. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.merge;
