package org.mdmhub.sync.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mapping that a new target begins with: what fits most installations of its product, as CSV beside the code. */
@Component
public class DefaultMappings {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final JdbcClient jdbc;

    DefaultMappings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives a target its mapping for a type, where it has none yet. */
    @Transactional
    public void load(String target, String connector, String type) {
        int present = jdbc.sql("select count(*) from field_mapping where target = ? and type = ?")
                .params(target, type)
                .query(Integer.class)
                .single();
        if (present == 0) {
            List<CSVRecord> rows = read("/mapping/" + connector + "-" + type + ".csv");
            for (int i = 0; i < rows.size(); i++) {
                add(target, type, i + 1, rows.get(i));
            }
        }
    }

    private void add(String target, String type, int position, CSVRecord row) {
        String length = row.get("maxLength");
        jdbc.sql(
                        "insert into field_mapping (target, type, position, source, target_field, form, value, lookup,"
                                + " otherwise, required, max_length, pattern) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)")
                .param(1, target)
                .param(2, type)
                .param(3, position)
                .param(4, row.get("source"))
                .param(5, row.get("targetField"))
                .param(6, row.get("form"))
                .param(7, emptyAsNull(row.get("value")), Types.VARCHAR)
                .param(8, emptyAsNull(row.get("lookup")), Types.VARCHAR)
                .param(9, emptyAsNull(row.get("otherwise")), Types.VARCHAR)
                .param(10, row.get("required").equals("true"))
                .param(11, length.isEmpty() ? null : Integer.valueOf(length), Types.INTEGER)
                .param(12, emptyAsNull(row.get("pattern")), Types.VARCHAR)
                .update();
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<CSVRecord> read(String resource) {
        try (InputStream in = DefaultMappings.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no default mapping " + resource);
            }
            return FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
