/** The product: its fields, rules, match model and which values win. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Products",
        allowedDependencies = {
            "record",
            "organisation",
            "quality",
            "quality :: identifier",
            "matching",
            "matching :: model",
            "matching :: name",
            "reference",
            "category",
            "merge"
        })
@NullMarked
package org.mdmhub.product;

import org.jspecify.annotations.NullMarked;
