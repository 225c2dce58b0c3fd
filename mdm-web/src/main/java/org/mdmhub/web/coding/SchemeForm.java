package org.mdmhub.web.coding;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.SchemeKey;
import org.mdmhub.record.FieldValues;
import org.springframework.util.MultiValueMap;

/**
 * A scheme as it is typed on the page. All of it stands in the address while it is tried, so that every step can be
 * taken back, and nothing needs a script.
 *
 * @param fresh whether it is a scheme that is not there yet, whose key is chosen too
 * @param version that was on the page when the work on it began, empty for a new one
 */
record SchemeForm(
        SchemeKey key,
        boolean fresh,
        String version,
        List<TypedSegment> segments,
        String activeFrom,
        String issuing,
        String adopt,
        String reserved,
        String reason) {

    private static final String DO_ADD = "add";

    static SchemeForm read(SchemeKey key, boolean fresh, MultiValueMap<String, String> form) {
        return new SchemeForm(
                key,
                fresh,
                TypedSegment.plain(form.getFirst("version")),
                TypedSegment.read(form),
                TypedSegment.plain(form.getFirst("activeFrom")),
                TypedSegment.plain(form.getFirst("issuing")),
                TypedSegment.plain(form.getFirst("adopt")),
                TypedSegment.plain(form.getFirst("reserved")),
                TypedSegment.plain(form.getFirst("reason")));
    }

    /** What holds now, to begin with. */
    static SchemeForm of(SchemeKey key, int version, FieldValues content) {
        List<TypedSegment> segments =
                content.list("segments").stream().map(TypedSegment::of).toList();
        String reserved = content.list("reserved").stream()
                .map(range -> range.get("from") + "-" + range.get("to") + " " + range.get("why"))
                .collect(Collectors.joining("\n"));
        String adopt = content.get("adopt") instanceof Map<?, ?> map ? String.valueOf(map.get("system")) : "";
        String issuing = content.text("issuing");
        return new SchemeForm(
                key, false, String.valueOf(version), segments, "", issuing == null ? "" : issuing, adopt, reserved, "");
    }

    SchemeForm with(List<TypedSegment> others) {
        return new SchemeForm(key, fresh, version, others, activeFrom, issuing, adopt, reserved, reason);
    }

    /** Carries out a step on the list of segments: {@code add}, {@code up.2}, {@code down.2}, {@code drop.2}. */
    SchemeForm after(String step) {
        List<TypedSegment> rows = new ArrayList<>(segments);
        String verb = step.replaceAll("\\..*", "");
        int at = step.matches("\\w+\\.\\d{1,2}") ? Integer.parseInt(step.replaceAll(".*\\.", "")) : -1;
        if (verb.equals(DO_ADD) && rows.size() < TypedSegment.MOST) {
            rows.add(insertAt(rows), new TypedSegment("LITERAL", Map.of("value", "-")));
        } else if (at >= 0 && at < rows.size()) {
            TypedSegment row = rows.remove(at);
            if (!verb.equals("drop")) {
                rows.add(Math.max(0, Math.min(rows.size(), verb.equals("up") ? at - 1 : at + 1)), row);
            }
        }
        return with(rows);
    }

    /** A new segment comes before the check, which is the last. */
    private static int insertAt(List<TypedSegment> rows) {
        boolean checked = !rows.isEmpty() && rows.get(rows.size() - 1).kind().equals("CHECK");
        return checked ? rows.size() - 1 : rows.size();
    }

    /** The wish as the coding standard reads it. */
    FieldValues values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("segments", segments.stream().map(TypedSegment::wish).toList());
        values.put("issuing", issuing.isEmpty() ? null : issuing);
        values.put("adopt", adopt.isEmpty() ? null : Map.of("system", adopt));
        values.put("activeFrom", activeFrom.isEmpty() ? null : from());
        List<Object> ranges = reserved.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(SchemeForm::range)
                .toList();
        values.put("reserved", ranges.isEmpty() ? null : ranges);
        return FieldValues.of(values);
    }

    /** The midnight with which the day begins where the hub stands. */
    private String from() {
        try {
            return LocalDate.parse(activeFrom)
                    .atStartOfDay(ZoneId.systemDefault())
                    .toInstant()
                    .toString();
        } catch (DateTimeParseException e) {
            return activeFrom;
        }
    }

    /** Reads {@code 1-99 for the old price lists}; what is not so is told by the coding standard. */
    private static Object range(String line) {
        String[] words = line.split("\\s+", 2);
        String[] ends = words[0].split("-", 2);
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("from", ends[0]);
        range.put("to", ends.length == 2 ? ends[1] : ends[0]);
        if (words.length == 2) {
            range.put("why", words[1]);
        }
        return range;
    }
}
