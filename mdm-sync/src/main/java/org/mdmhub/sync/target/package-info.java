/** The systems that get the approved masters: what a target is, how it is spoken to, and what it can answer. */
@NullMarked
package org.mdmhub.sync.target;

import org.jspecify.annotations.NullMarked;
