/** Long work, in the database: one node at a time does it, in batches, and another goes on if it dies. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Long work",
        allowedDependencies = {})
@NullMarked
package org.mdmhub.job;

import org.jspecify.annotations.NullMarked;
