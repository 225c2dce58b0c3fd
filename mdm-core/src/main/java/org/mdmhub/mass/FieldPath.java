package org.mdmhub.mass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/**
 * Where a mass change writes: a field, or a part of those items of a list in which a part has a value, as
 * {@code views[salesOwner=zhang.wei].salesOwner}.
 *
 * @param part null where it is a plain field
 * @param where part of the items that are meant, empty for all items
 */
record FieldPath(String field, @Nullable String part, String where, String value) {

    private static final Pattern ITEM =
            Pattern.compile("([A-Za-z]\\w{0,59})\\[(?:([A-Za-z]\\w{0,59})=([^\\]]{0,200}))?]\\.([A-Za-z]\\w{0,59})");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]\\w{0,59}");

    static Optional<FieldPath> parse(String text) {
        Matcher item = ITEM.matcher(text);
        if (item.matches()) {
            String where = item.group(2);
            return Optional.of(new FieldPath(
                    item.group(1), item.group(4), where == null ? "" : where, where == null ? "" : item.group(3)));
        }
        return PLAIN.matcher(text).matches() ? Optional.of(new FieldPath(text, null, "", "")) : Optional.empty();
    }

    /** What the field would hold; the present value where nothing is meant. */
    @Nullable
    Object applied(FieldValues values, @Nullable Object present, @Nullable Object wanted) {
        if (part == null) {
            return wanted;
        }
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        if (!(present instanceof List<?> list)) {
            return present;
        }
        for (Object one : list) {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            if (one instanceof Map<?, ?> parts) {
                parts.forEach((key, value) -> item.put(String.valueOf(key), value));
            }
            if (where.isEmpty() || value.equals(String.valueOf(item.get(where)))) {
                if (wanted == null) {
                    item.remove(part);
                } else {
                    item.put(part, wanted);
                }
            }
            items.add(item);
        }
        return items;
    }
}
