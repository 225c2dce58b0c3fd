package org.mdmhub.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database the hub works on.
 *
 * @param url JDBC address of an external PostgreSQL; absent: embedded in {@code folder}
 * @param user login of the connection pool; becomes a member of the role {@code mdm_app}
 * @param owner login that owns the schema; absent: the pool's login owns it too
 * @param folder where the embedded server keeps its data
 * @param durable whether the embedded server waits for the disk; only tests say no
 */
@ConfigurationProperties("mdm.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("mdm") String user,
        @Nullable String password,
        @Nullable Owner owner,
        @DefaultValue("data/hub") Path folder,
        @DefaultValue("true") boolean durable) {

    record Owner(@Nullable String user, @Nullable String password) {}
}
