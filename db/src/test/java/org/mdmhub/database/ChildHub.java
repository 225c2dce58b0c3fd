package org.mdmhub.database;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A hub in a JVM of its own, to be killed: starts the server, writes a line, says so, and lives until it is ended. */
final class ChildHub {

    static final String READY = "the line is written";

    private ChildHub() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), true);
        try (var connection = DriverManager.getConnection(database.url(), "mdm_owner", "");
                var statement = connection.createStatement()) {
            statement.execute("create table kept (line text)");
            statement.execute("insert into kept values ('before the kill')");
        }
        System.out.println(READY);
        Thread.sleep(Long.MAX_VALUE);
    }
}
