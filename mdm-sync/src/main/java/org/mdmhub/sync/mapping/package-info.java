/** Which of our fields goes where in a target, as rows of a table. */
@NamedInterface("mapping")
@NullMarked
package org.mdmhub.sync.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
