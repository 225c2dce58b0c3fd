/** Are these two the same thing? Knows owners, records or open requests by id, not what they are. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Matching",
        allowedDependencies = {"record", "organisation", "quality", "reference", "job", "setting", "request"})
@NullMarked
package org.mdmhub.matching;

import org.jspecify.annotations.NullMarked;
