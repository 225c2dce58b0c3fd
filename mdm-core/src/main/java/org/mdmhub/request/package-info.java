/** Change requests and their approval. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Change requests",
        allowedDependencies = {"record", "organisation", "history", "setting"})
@NullMarked
package org.mdmhub.request;

import org.jspecify.annotations.NullMarked;
