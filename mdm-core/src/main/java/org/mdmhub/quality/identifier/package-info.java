/** Numbers and addresses that others give out, a small class each, with the standard that says how they are built. */
@org.springframework.modulith.NamedInterface("identifier")
@NullMarked
package org.mdmhub.quality.identifier;

import org.jspecify.annotations.NullMarked;
