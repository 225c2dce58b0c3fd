/** Papers: files that requests and records name by the fingerprint of their content. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"record", "organisation", "quality"})
@NullMarked
package org.mdmhub.document;

import org.jspecify.annotations.NullMarked;
