package org.mdmhub.listing;

import org.jspecify.annotations.Nullable;

/**
 * Who gives what in.
 *
 * @param type one that {@linkplain Lists#isCompared is compared}
 * @param fileName as it was sent
 * @param key by which the same call is known when it comes again, null for none
 */
public record Given(
        String type,
        String fileName,
        String login,
        @Nullable String key) {

    Given called(String name) {
        return new Given(type, name, login, key);
    }
}
