/** The one transaction that every change to a master takes. Knows all below; nothing below knows it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "The road",
        allowedDependencies = {
            "record",
            "organisation",
            "history",
            "quality",
            "matching",
            "coding",
            "source",
            "merge",
            "request",
            "policy",
            "notice",
            "setting",
            "notice",
            "document"
        })
@NullMarked
package org.mdmhub.road;

import org.jspecify.annotations.NullMarked;
