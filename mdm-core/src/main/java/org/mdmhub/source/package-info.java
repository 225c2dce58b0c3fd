/** What other systems call our records. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Sources",
        allowedDependencies = {"record", "organisation"})
@NullMarked
package org.mdmhub.source;

import org.jspecify.annotations.NullMarked;
