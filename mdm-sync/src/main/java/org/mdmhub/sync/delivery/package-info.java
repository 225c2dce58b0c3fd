/** The way out: what each target should hold and holds, and the couriers that bring it there. */
@NamedInterface("delivery")
@NullMarked
package org.mdmhub.sync.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
