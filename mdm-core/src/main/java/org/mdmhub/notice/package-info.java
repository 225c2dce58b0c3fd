/** What people are told. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {})
@NullMarked
package org.mdmhub.notice;

import org.jspecify.annotations.NullMarked;
