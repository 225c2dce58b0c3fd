/** One audited, versioned store of what is laid down on a screen: rules, categories, forms. Knows none of them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Settings",
        allowedDependencies = {"organisation"})
@NullMarked
package org.mdmhub.setting;

import org.jspecify.annotations.NullMarked;
