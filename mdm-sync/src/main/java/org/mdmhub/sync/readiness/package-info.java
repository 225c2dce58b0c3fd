/** What the targets will demand of a record, said before it is approved. */
@NamedInterface("readiness")
@NullMarked
package org.mdmhub.sync.readiness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
