package org.mdmhub.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;

/**
 * A file of rows and columns; files with commas follow RFC 4180, the others have no quoting.
 *
 * @param columns name to position; empty where the file has no header
 */
record DataTable(Map<String, Integer> columns, List<List<String>> rows) {

    static DataTable read(Path file, String separator, boolean header) throws IOException {
        List<List<String>> rows = separator.equals(",") ? quoted(file) : plain(file, separator);
        Map<String, Integer> columns = new HashMap<>();
        if (header && !rows.isEmpty()) {
            List<String> names = rows.remove(0);
            for (int at = 0; at < names.size(); at++) {
                columns.put(names.get(at).replace("\uFEFF", "").strip(), at);
            }
        }
        return new DataTable(columns, rows);
    }

    private static List<List<String>> quoted(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = opened(file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                var csv = CSVFormat.RFC4180.parse(reader)) {
            csv.forEach(row -> rows.add(row.toList()));
        }
        return rows;
    }

    private static InputStream opened(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static List<List<String>> plain(Path file, String separator) throws IOException {
        Pattern between = Pattern.compile(Pattern.quote(separator));
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) {
                rows.add(Arrays.asList(between.split(line, -1)));
            }
        }
        return rows;
    }

    /** Without blanks around it, "" where the row is too short. */
    String cell(List<String> row, String column) {
        Integer at = columns.get(column);
        if (at == null) {
            throw new IllegalArgumentException("there is no column " + column);
        }
        return at < row.size() ? row.get(at).strip() : "";
    }
}
