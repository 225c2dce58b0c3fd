package org.mdmhub.sync.target;

import org.jspecify.annotations.Nullable;

/**
 * One call to a target and its answer. Headers are left out: they carry credentials, and nothing that a reader needs.
 *
 * @param path with its query, as sent
 * @param request body as sent, empty where there was none
 * @param status of HTTP, null where no answer came
 * @param answer body as it came, empty where there was none
 * @param millis until the answer, or until nobody waited any longer
 */
public record Exchange(
        String method,
        String path,
        String request,
        @Nullable Integer status,
        String answer,
        long millis) {}
