package org.mdmhub.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.mdmhub.database.Database.Login;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real PostgreSQL server, unpacked from its jar and run on a folder of ours. Data stays over restarts; a server
 * that a killed hub left behind is ended first, and PostgreSQL recovers by itself.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "mdm";
    private static final Login OWNER = new Login("mdm_owner", null);
    private static final Login POOL = new Login("mdm", null);

    private final FolderLock lock;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(FolderLock lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts the server on {@code folder}, which is made where it is missing.
     *
     * @param durable false only in tests: no waiting for the disk
     * @throws DatabaseUnavailable where the folder is not writable, another hub lives on it, or the server cannot start
     */
    public static EmbeddedDatabase start(Path folder, boolean durable) {
        Path home = folder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(home);
        try {
            Path data = home.resolve("postgres");
            LeftBehind.end(data);
            var database = new EmbeddedDatabase(lock, launch(home, data, durable));
            database.prepare();
            return database;
        } catch (IOException | SQLException | RuntimeException e) {
            lock.close();
            if (e instanceof DatabaseUnavailable known) {
                throw known;
            }
            throw new DatabaseUnavailable(
                    "the embedded PostgreSQL does not start in " + home + ": " + e.getMessage()
                            + "; look at its log there, or set MDM_DATABASE_URL to use a server of your own",
                    e);
        }
    }

    private static EmbeddedPostgres launch(Path home, Path data, boolean durable) throws IOException {
        String wait = durable ? "on" : "off";
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(home.resolve("postgres-binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", wait)
                .setServerConfig("synchronous_commit", wait)
                .setServerConfig("full_page_writes", wait)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("timezone", "UTC")
                .setPGStartupWait(Duration.ofSeconds(25))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        home.resolve("postgres.log").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        home.resolve("postgres.log").toFile()));
        EmbeddedPostgres server = builder.start();
        log.info("PostgreSQL runs on port {} in {}", server.getPort(), data);
        return server;
    }

    private void prepare() throws SQLException {
        try (Connection admin = server.getPostgresDatabase().getConnection();
                var statement = admin.createStatement()) {
            if (!exists(admin, "select 1 from pg_roles where rolname = ?", OWNER.user())) {
                statement.execute("create role mdm_owner login createrole");
            }
            if (!exists(admin, "select 1 from pg_roles where rolname = ?", POOL.user())) {
                statement.execute("create role mdm login");
            }
            if (!exists(admin, "select 1 from pg_database where datname = ?", NAME)) {
                statement.execute("create database mdm owner mdm_owner template template0 encoding 'UTF8'"
                        + " locale_provider icu icu_locale 'und' locale 'C.UTF-8'");
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    /** JDBC address of the hub's database. */
    public String url() {
        return url(NAME);
    }

    /** JDBC address of another database on the same server, as tests clone them from a template. */
    public String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name + "?reWriteBatchedInserts=true";
    }

    Database addresses() {
        return new Database(url(), POOL, OWNER);
    }

    /** A connection with every right on the server: to make databases and to look behind the walls in tests. */
    public Connection superuser(String name) throws SQLException {
        return server.getDatabase("postgres", name).getConnection();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            log.warn("PostgreSQL did not stop cleanly; it recovers at the next start", e);
        } finally {
            lock.close();
        }
    }
}
