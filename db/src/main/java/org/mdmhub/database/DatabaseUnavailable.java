package org.mdmhub.database;

import org.jspecify.annotations.Nullable;

/** The hub cannot work on its database; the message says why and what to do, in one line. */
public final class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
