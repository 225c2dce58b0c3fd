package org.mdmhub.database;

import org.jspecify.annotations.Nullable;

/** The addresses of one PostgreSQL database: how the pool logs in, and how the owner of the schema does. */
record Database(String url, Login pool, Login owner) {

    record Login(String user, @Nullable String password) {}

    static Database external(DatabaseSettings settings, String url) {
        var pool = new Login(settings.user(), settings.password());
        var owner = settings.owner();
        if (owner == null || owner.user() == null) {
            return new Database(url, pool, pool);
        }
        return new Database(url, pool, new Login(owner.user(), owner.password()));
    }

    /**
     * The pool's address: whoever logs in works as {@code mdm_app}, which cannot pass row-level security. What the
     * server says in detail of a failure holds values of rows, which belong in no log.
     */
    String poolUrl() {
        return url + (url.contains("?") ? "&" : "?") + "options=-c%20role%3Dmdm_app&logServerErrorDetail=false";
    }

    boolean oneUserForBoth() {
        return pool.user().equals(owner.user());
    }
}
