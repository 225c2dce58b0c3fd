package org.mdmhub.web.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a form, text by name of the input: a field's key, {@code addresses[0].city} for a part of an item, and
 * {@code ask.…} for what is not the master's. Immutable.
 */
record Typed(Map<String, String> texts) {

    /** Code units of one input at most; what is longer is cut. */
    private static final int LONGEST = 5000;

    private static final int MOST_INPUTS = 4000;
    private static final int MOST_ROWS = 200;
    private static final Pattern NAME = Pattern.compile("[\\w.\\[\\]-]{1,120}");
    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d{1,4})]\\.(\\w+)");
    private static final String ASK = "ask.";
    private static final String LIST = ASK + "list.";

    static Typed posted(Map<String, String[]> parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (texts.size() < MOST_INPUTS && NAME.matcher(name).matches() && values.length > 0) {
                texts.put(name, bounded(values[0]));
            }
        });
        return new Typed(texts);
    }

    private static String bounded(String text) {
        String kept = text.replace("\0", "");
        if (kept.length() <= LONGEST) {
            return kept;
        }
        boolean pair = Character.isHighSurrogate(kept.charAt(LONGEST - 1));
        return kept.substring(0, pair ? LONGEST - 1 : LONGEST);
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    /** Empty where nothing stands there. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** What is asked beside the master's own fields. */
    String said(String name) {
        return text(ASK + name);
    }

    @Nullable
    Integer number(String name) {
        String text = said(name);
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    @Nullable
    UUID id(String name) {
        try {
            return said(name).isEmpty() ? null : UUID.fromString(said(name));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether the form shows this list, with rows or without. */
    boolean hasList(String list) {
        return has(LIST + list);
    }

    /** Numbers of the rows of a list. */
    List<Integer> rows(String list) {
        TreeSet<Integer> rows = new TreeSet<>();
        for (String name : texts.keySet()) {
            Matcher row = ROW.matcher(name);
            if (row.matches() && row.group(1).equals(list)) {
                rows.add(Integer.valueOf(row.group(2)));
            }
        }
        return rows.stream().limit(MOST_ROWS).toList();
    }

    static String name(String list, int row, String part) {
        return list + "[" + row + "]." + part;
    }

    Typed with(String name, String text) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(name, text);
        return new Typed(changed);
    }

    Typed saying(String name, Object text) {
        return with(ASK + name, String.valueOf(text));
    }

    Typed showing(String list) {
        return with(LIST + list, "1");
    }

    /** Without these fields and lists, as if the form did not show them. */
    Typed without(Set<String> fields) {
        Map<String, String> kept = new LinkedHashMap<>(texts);
        kept.keySet().removeIf(name -> fields.contains(name.replaceFirst("^" + LIST + "|\\[.*$", "")));
        return new Typed(kept);
    }

    /** One more empty row at the end. */
    Typed withRow(String list, String part) {
        List<Integer> rows = rows(list);
        int next = rows.isEmpty() ? 0 : rows.get(rows.size() - 1) + 1;
        return rows.size() < MOST_ROWS && next <= 9999 ? showing(list).with(name(list, next, part), "") : this;
    }

    /** @param row as {@code addresses[0]} */
    Typed withoutRow(String row) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.keySet().removeIf(name -> name.startsWith(row + "."));
        return new Typed(changed);
    }
}
