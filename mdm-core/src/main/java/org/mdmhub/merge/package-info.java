/** Which value wins when records turn out to be one; applying that and taking it back. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Merging",
        allowedDependencies = {
            "record",
            "organisation",
            "history",
            "reference",
            "source",
            "setting",
            "request",
            "matching"
        })
@NullMarked
package org.mdmhub.merge;

import org.jspecify.annotations.NullMarked;
