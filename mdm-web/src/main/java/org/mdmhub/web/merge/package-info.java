/** Merging on screen: what comes of it field by field, what it sets off, asking for it, and asking to take it back. */
@NullMarked
package org.mdmhub.web.merge;

import org.jspecify.annotations.NullMarked;
