package org.mdmhub.web.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A sheet of the demo data, which comes with the database's module. */
final class Sheet {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private Sheet() {}

    static List<CSVRecord> read(String name) {
        try (InputStream in = Sheet.class.getResourceAsStream("/demo/" + name + ".csv")) {
            if (in == null) {
                throw new IllegalStateException("the demo data lacks " + name + ".csv");
            }
            return FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
