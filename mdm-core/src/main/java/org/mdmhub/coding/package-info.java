/** The coding standard: schemes, issuing, and the ledger of every code ever seen. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Coding",
        allowedDependencies = {"record", "organisation", "history", "source", "request"})
@NullMarked
package org.mdmhub.coding;

import org.jspecify.annotations.NullMarked;
