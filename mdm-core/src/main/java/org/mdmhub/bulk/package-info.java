/** Many decisions asked for at once, taken one by one on the road, each with its outcome in a report. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Bulk decisions",
        allowedDependencies = {"organisation", "request", "road", "job"})
@NullMarked
package org.mdmhub.bulk;

import org.jspecify.annotations.NullMarked;
