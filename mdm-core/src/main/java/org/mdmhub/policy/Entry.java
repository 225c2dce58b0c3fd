package org.mdmhub.policy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Finding;

/** A JSON map whose entries are read one by one; says of each that is not what it should be. */
final class Entry {

    private static final int MAX_VALUES = 100;
    private static final int MAX_TEXT = 120;

    private final String pointer;
    private final Map<?, ?> values;
    private final List<Finding> findings;

    /** @param pointer where its entries stand, with the stroke behind it */
    Entry(String pointer, Map<?, ?> values, List<Finding> findings) {
        this.pointer = pointer;
        this.values = values;
        this.findings = findings;
    }

    /** Where an entry stands, seen from the whole content. */
    String place(String key) {
        return (pointer + key).substring("/fields/".length());
    }

    void only(Collection<String> known) {
        values.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !known.contains(key))
                .forEach(key -> wrong(key.replace("~", "~0").replace("/", "~1"), "unknownField", key));
    }

    @Nullable
    String text(String key, int most) {
        Object raw = values.get(key);
        if (raw == null) {
            return null;
        }
        if (!(raw instanceof String text)) {
            wrong(key, "type", "TEXT");
            return null;
        }
        if (text.codePointCount(0, text.length()) > most) {
            wrong(key, "length", String.valueOf(most));
            return null;
        }
        return text.isBlank() ? null : text.strip();
    }

    /** Texts without repetition; a single one may stand by itself. */
    List<String> texts(String key) {
        Object raw = values.get(key);
        List<?> list = raw == null ? List.of() : raw instanceof List<?> many ? many : List.of(raw);
        boolean right = list.size() <= MAX_VALUES
                && list.stream().allMatch(one -> one instanceof String text && text.length() <= MAX_TEXT);
        if (!right) {
            wrong(key, "type", "LIST");
            return List.of();
        }
        return list.stream()
                .map(one -> String.valueOf(one).strip())
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    List<?> items(String key, int most) {
        Object raw = values.get(key);
        if (raw == null) {
            return List.of();
        }
        if (raw instanceof List<?> list && list.size() <= most) {
            return list;
        }
        wrong(key, raw instanceof List<?> ? "policyTooManySteps" : "type", raw instanceof List<?> ? "" + most : "LIST");
        return List.of();
    }

    @Nullable
    Entry part(String key) {
        Object raw = values.get(key);
        if (raw instanceof Map<?, ?> part) {
            return new Entry(pointer + key + "/", part, findings);
        }
        if (raw != null) {
            wrong(key, "type", "ITEM");
        }
        return null;
    }

    boolean flag(String key, boolean absent) {
        Object raw = values.get(key);
        if (raw != null && !(raw instanceof Boolean)) {
            wrong(key, "type", "FLAG");
        }
        return raw instanceof Boolean flag ? flag : absent;
    }

    @Nullable
    BigDecimal number(String key) {
        Object raw = values.get(key);
        if (raw == null) {
            return null;
        }
        try {
            String text = String.valueOf(raw).strip();
            BigDecimal number = text.length() > 40 ? null : new BigDecimal(text);
            if (number != null && Math.abs(number.scale()) <= 20) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        wrong(key, "type", "NUMBER");
        return null;
    }

    @Nullable
    Integer count(String key, int least, int most) {
        BigDecimal number = values.get(key) == null ? null : number(key);
        if (number == null) {
            return null;
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (!whole
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            wrong(key, "policyRange", String.valueOf(least), String.valueOf(most));
            return null;
        }
        return number.intValueExact();
    }

    void wrong(String key, String code, String... args) {
        findings.add(Finding.error(pointer + key, code, args));
    }
}
