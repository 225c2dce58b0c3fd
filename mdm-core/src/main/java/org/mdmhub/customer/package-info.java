/** The customer: its fields, rules, match model and which values win. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {
            "record",
            "organisation",
            "quality",
            "quality :: identifier",
            "matching",
            "matching :: model",
            "matching :: name",
            "reference",
            "expiry",
            "merge"
        })
@NullMarked
package org.mdmhub.customer;

import org.jspecify.annotations.NullMarked;
