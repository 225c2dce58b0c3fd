package org.mdmhub.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows on their way into a table of the stage, sent many at a time. */
final class StagedRows {

    private final String table;
    private final List<List<@Nullable String>> rows = new ArrayList<>();

    StagedRows(String table) {
        this.table = table;
    }

    /** One row with all its columns in their order; the database knows their types. */
    void add(@Nullable Object... values) {
        rows.add(Arrays.stream(values)
                .map(value -> value == null ? null : value.toString())
                .toList());
    }

    /** Sends what was added; the next rows begin anew. */
    void send(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String places = String.join(", ", Collections.nCopies(rows.get(0).size(), "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " values (" + places + ")")) {
            for (List<@Nullable String> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setString(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
        rows.clear();
    }
}
