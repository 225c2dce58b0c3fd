/** The systems that get the approved masters: what a target is, how it is spoken to, and what it can answer. */
@NamedInterface("target")
@NullMarked
package org.mdmhub.sync.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
