/** Last days: of papers and of temporary records, and what follows from them. Laid down as settings. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Expiry",
        allowedDependencies = {"record", "request", "setting"})
@NullMarked
package org.mdmhub.expiry;

import org.jspecify.annotations.NullMarked;
