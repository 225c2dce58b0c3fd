package org.mdmhub.listing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of lists may be called.
 *
 * @param headers what a field is called, folded, to its key
 * @param choices field to what its values are called, folded, to the values
 */
public record ListColumns(Map<String, String> headers, Map<String, Map<String, String>> choices) {

    /** As names are looked up: without case, width, blanks and signs. */
    public static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** For each header the field that it names, empty for none; the first of two for the same field. */
    List<String> fields(List<String> written) {
        Set<String> taken = new HashSet<>();
        List<String> fields = new ArrayList<>();
        for (String header : written) {
            String field = headers.getOrDefault(fold(header), "");
            fields.add(taken.add(field) ? field : "");
        }
        return fields;
    }

    /** What a row says, as it would be asked for. */
    static Map<String, @Nullable Object> values(
            List<String> fields, List<String> cells, Map<String, Map<String, String>> choices) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int at = 0; at < fields.size(); at++) {
            String field = fields.get(at);
            String cell = cells.get(at);
            if (!field.isEmpty() && !cell.isEmpty()) {
                Map<String, String> called = choices.getOrDefault(field, Map.of());
                values.put(field, Objects.requireNonNullElse(called.get(fold(cell)), cell));
            }
        }
        return values;
    }
}
