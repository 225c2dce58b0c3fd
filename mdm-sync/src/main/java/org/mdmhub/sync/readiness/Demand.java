package org.mdmhub.sync.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.sync.mapping.FieldMapping;

/**
 * What a row of a mapping demands of the field that it maps.
 *
 * @param pattern compiled, null where any text will do
 */
record Demand(FieldMapping row, @Nullable Pattern pattern) {

    /** What the hub itself gives every record. */
    private static final Set<String> GIVEN = Set.of("code", "status", "version", "survivorCode", "survivorKey");

    /**
     * A value that the target would refuse.
     *
     * @param field ours, or its list
     * @param at pointer below {@code /fields}
     * @param limit what is allowed, empty where nothing is
     */
    record Unmet(String field, String at, String code, String limit) {}

    static List<Demand> of(List<FieldMapping> rows) {
        return rows.stream()
                .filter(row ->
                        row.demands() && !GIVEN.contains(row.source()) && row.form() != FieldMapping.Form.CONSTANT)
                .map(row -> new Demand(row, row.pattern() == null ? null : Pattern.compile(row.pattern())))
                .toList();
    }

    List<Unmet> unmet(FieldValues values) {
        List<Unmet> unmet = new ArrayList<>();
        if (!row.ofList()) {
            value(row.source(), row.source(), values::get, row.source(), unmet);
            return unmet;
        }
        List<Map<String, Object>> items = values.list(row.list());
        for (int i = 0; i < items.size(); i++) {
            value(row.list(), row.list() + "/" + i + "/" + row.item(), items.get(i)::get, row.item(), unmet);
        }
        return unmet;
    }

    private void value(
            String field, String at, Function<String, @Nullable Object> values, String key, List<Unmet> unmet) {
        String otherwise = row.otherwise();
        Object own = values.apply(key);
        if (own == null && otherwise != null) {
            own = values.apply(otherwise);
        }
        if (own == null) {
            if (row.required() && row.value() == null) {
                unmet.add(new Unmet(field, at, "targetRequired", ""));
            }
            return;
        }
        String text = String.valueOf(own);
        if (row.translates()) {
            if (row.value() == null && !row.lookup().containsKey(text)) {
                unmet.add(new Unmet(field, at, "targetLookup", text));
            }
            return;
        }
        Integer most = row.maxLength();
        if (most != null && text.codePointCount(0, text.length()) > most) {
            unmet.add(new Unmet(field, at, "targetLength", String.valueOf(most)));
        }
        if (pattern != null && !Objects.requireNonNull(pattern).matcher(text).matches()) {
            unmet.add(new Unmet(field, at, "targetPattern", ""));
        }
    }
}
