package org.mdmhub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Things of one kind of which it is known which are the same, as a {@code dataset.json} describes them.
 *
 * @param type key of the master type
 * @param person whether customers are persons
 * @param link whether only pairs across its two files count, each thing at most once
 * @param files where each thing comes from
 * @param pairs the true ones, the smaller number first
 */
record DataSet(
        String name,
        String type,
        boolean person,
        boolean link,
        List<FieldValues> things,
        List<Integer> files,
        PairSet pairs) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The sets of all folders below, by folder name. */
    static List<DataSet> below(Path data) throws IOException {
        List<DataSet> sets = new ArrayList<>();
        try (Stream<Path> folders = Files.list(data)) {
            for (Path folder : folders.sorted().toList()) {
                Path description = folder.resolve("dataset.json");
                if (Files.isRegularFile(description)) {
                    for (JsonNode set : JSON.readTree(description.toFile()).path("sets")) {
                        sets.add(read(folder, set));
                    }
                }
            }
        }
        return sets;
    }

    private static DataSet read(Path folder, JsonNode set) throws IOException {
        boolean person = "PERSON".equals(set.path("kind").asString(""));
        List<FieldValues> things = new ArrayList<>();
        List<Integer> files = new ArrayList<>();
        Truth truth = new Truth(folder, set.path("truth"));
        int number = 0;
        for (JsonNode file : set.path("files")) {
            String separator = file.path("separator").asString(",");
            DataTable table = DataTable.read(folder.resolve(file.path("path").asString()), separator, true);
            for (List<String> row : table.rows()) {
                truth.add(number, table.cell(row, file.path("id").asString()), table, row);
                things.add(fields(table, row, file.path("columns"), person));
                files.add(number);
            }
            number++;
        }
        boolean link = "link".equals(set.path("mode").asString("dedupe"));
        return new DataSet(
                set.path("name").asString(),
                set.path("type").asString(),
                person,
                link,
                things,
                files,
                truth.pairs(number - 1));
    }

    private static FieldValues fields(DataTable table, List<String> row, JsonNode columns, boolean person) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : columns.properties()) {
            StringBuilder text = new StringBuilder();
            entry.getValue().forEach(column -> text.append(' ').append(table.cell(row, column.asString())));
            String joined = text.toString().strip();
            fields.put(entry.getKey(), joined.isEmpty() ? null : joined);
        }
        fields.put("accountGroup", person ? "PERSON" : null);
        return FieldValues.of(fields);
    }

    /** Whether the two may be the same at all. */
    boolean mayPair(int one, int other) {
        return !link || !files.get(one).equals(files.get(other));
    }
}
