package org.mdmhub.web.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in one line why a start failed and what to do. */
final class StartFailure {

    // SQLSTATE classes and codes of PostgreSQL, appendix A of its manual
    private static final Map<String, String> DATABASE = Map.of(
            "28P01", "the database refuses the password; check MDM_DATABASE_USER and MDM_DATABASE_PASSWORD",
            "28000", "the database refuses the user; check MDM_DATABASE_USER and its pg_hba.conf",
            "3D000", "the database does not exist; create it or correct MDM_DATABASE_URL",
            "42501", "the database user may not do that; give MDM_DATABASE_OWNER_USER the schema and CREATEROLE",
            "08001", "the database does not answer; check MDM_DATABASE_URL and that the server runs",
            "08004", "the database refuses the connection; check MDM_DATABASE_URL and its limits");

    private StartFailure() {}

    /** One line; of a failure that we have no words for, the whole is left in a file of the folder. */
    static String explain(Throwable failure, Path folder) {
        String known = null;
        Throwable deepest = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = words(cause);
            known = words == null ? known : words;
            deepest = cause;
        }
        return known != null ? known : firstLine(deepest) + details(failure, folder);
    }

    private static String details(Throwable failure, Path folder) {
        Path file = folder.resolve("start-failure.log");
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            failure.printStackTrace(out);
            return "; the details are in " + file;
        } catch (IOException e) {
            return "";
        }
    }

    private static @Nullable String words(Throwable cause) {
        if (cause instanceof SQLException sql) {
            String known = DATABASE.get(String.valueOf(sql.getSQLState()));
            return known == null ? null : known + " (" + firstLine(sql) + ")";
        }
        // by name, for the database's module is there at run time only
        return cause.getClass().getSimpleName().equals("DatabaseUnavailable") ? firstLine(cause) : null;
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.lines().findFirst().orElse(message).strip();
    }
}
