package org.mdmhub.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Which things are the same: a file of pairs, a column, or a part of their ids. */
final class Truth {

    private final Path folder;
    private final JsonNode description;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Integer> groups = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();

    Truth(Path folder, JsonNode description) {
        this.folder = folder;
        this.description = description;
    }

    void add(int file, String id, DataTable table, List<String> row) {
        numbers.put(file + "/" + id, groups.size());
        String group = switch (description.path("by").asString()) {
            case "column" -> table.cell(row, description.path("column").asString());
            case "idPattern" -> part(id);
            default -> file + "/" + id;
        };
        groups.add(known.computeIfAbsent(group, key -> known.size()));
    }

    private String part(String id) {
        Matcher matcher =
                Pattern.compile(description.path("pattern").asString()).matcher(id);
        return matcher.find() ? matcher.group(1) : id;
    }

    /** @param last number of the last file, in which the second id of a pair stands */
    PairSet pairs(int last) throws IOException {
        if (!"pairs".equals(description.path("by").asString())) {
            return PairSet.within(groups.stream().mapToInt(Integer::intValue).toArray());
        }
        DataTable table = DataTable.read(
                folder.resolve(description.path("path").asString()),
                description.path("separator").asString(","),
                description.path("header").asBoolean(false));
        List<int[]> pairs = new ArrayList<>();
        for (List<String> row : table.rows()) {
            pairs.add(new int[] {number(0, row.get(0)), number(last, row.get(1))});
        }
        return PairSet.of(pairs);
    }

    private int number(int file, String id) {
        Integer number = numbers.get(file + "/" + id.strip());
        if (number == null) {
            throw new IllegalArgumentException("the truth names " + id + ", which is in no file");
        }
        return number;
    }
}
