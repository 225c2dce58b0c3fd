/** What every kind of master shares: the record, its fields in neutral form, and how it is found. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Records",
        allowedDependencies = {"organisation"})
@NullMarked
package org.mdmhub.record;

import org.jspecify.annotations.NullMarked;
