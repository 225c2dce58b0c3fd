/** The customer: its fields, rules and match model. */
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
            "expiry"
        })
@NullMarked
package org.mdmhub.customer;

import org.jspecify.annotations.NullMarked;
