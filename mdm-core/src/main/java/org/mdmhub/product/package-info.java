/** The product: its fields, rules and match model. */
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
            "category"
        })
@NullMarked
package org.mdmhub.product;

import org.jspecify.annotations.NullMarked;
