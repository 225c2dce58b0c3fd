/**
 * What people say about a request: comments and mentions, who watches it, who is urged to decide. Writes nothing into a
 * request, so that saying something makes nobody its author.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Talk",
        allowedDependencies = {"record", "organisation", "history", "quality", "request", "road", "notice"})
@NullMarked
package org.mdmhub.talk;

import org.jspecify.annotations.NullMarked;
