package org.mdmhub.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** One row of a company register, under the names that the hub gives its fields; empty cells are left out. */
record Registration(Map<String, String> fields) {

    private static final Map<String, String> FIELD_OF_COLUMN = Map.of(
            "name", "name",
            "uscc", "creditCode",
            "province", "province",
            "city", "city",
            "address", "street");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /**
     * The first rows of a register.
     *
     * @throws IOException where the file cannot be read, or lacks a column, or has fewer rows
     */
    static List<Registration> read(Path file, int rows) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException("the file " + file + " is not there or cannot be read");
        }
        List<Registration> read = new ArrayList<>();
        try (var reader = new InputStreamReader(open(file), StandardCharsets.UTF_8);
                var csv = FORMAT.parse(reader)) {
            if (!csv.getHeaderNames().containsAll(FIELD_OF_COLUMN.keySet())) {
                throw new IOException("the file " + file + " lacks one of the columns " + FIELD_OF_COLUMN.keySet());
            }
            for (CSVRecord row : csv) {
                if (read.size() == rows) {
                    break;
                }
                read.add(of(row));
            }
        }
        if (read.size() < rows) {
            throw new IOException("the file " + file + " has only " + read.size() + " rows");
        }
        return read;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    private static Registration of(CSVRecord row) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String column : List.of("name", "uscc", "province", "city", "address")) {
            String value = row.get(column).strip();
            if (!value.isEmpty()) {
                fields.put(String.valueOf(FIELD_OF_COLUMN.get(column)), value);
            }
        }
        return new Registration(fields);
    }
}
