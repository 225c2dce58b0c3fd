/**
 * Mass changes: some fields of many records as one task with one decision, bound to the list that was shown, then done
 * record by record down the road by resumable work.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Mass changes",
        allowedDependencies = {"record", "organisation", "request", "road", "job", "notice", "history", "quality"})
@NullMarked
package org.mdmhub.mass;

import org.jspecify.annotations.NullMarked;
