package org.mdmhub.web.calendar;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.CleanText;

/** What stands in a form, every entry as text; ticks of a list stand under {@code LIST.ENTRY}. */
record Entries(Map<String, String> entries) {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_KEY = 120;

    static Entries posted(Map<String, String[]> parameters) {
        Map<String, String> typed = new LinkedHashMap<>();
        parameters.forEach((key, values) -> {
            String value = values.length == 0 ? "" : values[0];
            String text = value.substring(0, Math.min(LONGEST, value.length())).strip();
            if (key.length() < LONGEST_KEY && CleanText.isStorable(text) && !text.isEmpty()) {
                typed.put(key, text);
            }
        });
        return new Entries(typed);
    }

    String text(String key) {
        return entries.getOrDefault(key, "");
    }

    boolean ticked(String key) {
        return text(key).equals("true");
    }

    List<String> ticked(String list, List<String> entriesOfList) {
        return entriesOfList.stream()
                .filter(entry -> ticked(list + "." + entry))
                .toList();
    }

    List<String> lines(String key) {
        return split(key, "\\R");
    }

    List<String> parts(String key) {
        return split(key, "[,，、;；\\n]");
    }

    private List<String> split(String key, String by) {
        return Arrays.stream(text(key).split(by))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    Entries with(String key, String text) {
        Map<String, String> more = new LinkedHashMap<>(entries);
        more.put(key, text);
        return new Entries(more);
    }

    static void put(Map<String, String> typed, String key, @Nullable Object value) {
        if (value instanceof List<?> list) {
            typed.put(key, list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        } else if (value != null) {
            typed.put(key, String.valueOf(value));
        }
    }

    static void tick(Map<String, String> typed, String list, @Nullable Object entries) {
        if (entries instanceof List<?> all) {
            all.forEach(entry -> typed.put(list + "." + entry, "true"));
        }
    }
}
