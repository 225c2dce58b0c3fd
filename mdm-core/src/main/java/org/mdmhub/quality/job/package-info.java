/** Long work over all records, in the database: one node at a time does it, in batches, and another goes on if it dies. */
@NamedInterface("job")
@NullMarked
package org.mdmhub.quality.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
