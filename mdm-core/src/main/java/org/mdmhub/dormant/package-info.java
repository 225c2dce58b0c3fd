/** Records that nobody has confirmed for long: whose they are, that he is told, and that he says they still hold. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Dormant records",
        allowedDependencies = {"record", "organisation", "expiry", "notice"})
@NullMarked
package org.mdmhub.dormant;

import org.jspecify.annotations.NullMarked;
