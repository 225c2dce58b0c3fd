/** The queue of look-alikes: groups that may be the same thing, decided by key, many at once, linked instead of merged. */
@NullMarked
package org.mdmhub.web.duplicate;

import org.jspecify.annotations.NullMarked;
