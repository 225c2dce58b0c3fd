package org.mdmhub.quality.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Finding.Severity;

/**
 * One rule, as it was defined.
 *
 * @param key by which it is known for ever
 * @param type key of the master type
 * @param field key of the field at which its finding stands
 * @param when all of these hold, or it says nothing
 * @param with what its check reads beside the field
 * @param message the finding's words in English; empty where it has words in Chinese only
 * @param active whether it speaks at the gate
 */
public record Rule(
        String key,
        String type,
        String name,
        String nameZh,
        Check check,
        String field,
        With with,
        List<Condition> when,
        Severity severity,
        String message,
        String messageZh,
        boolean active) {

    private static final String POINTER = "/fields/";

    /**
     * What the checks read, each its own part of it; the rest is null or empty.
     *
     * @param within fields in which records are alike that must not have the same value
     * @param then what a CONDITION wants of the field
     */
    public record With(
            @Nullable String pattern,
            @Nullable String min,
            @Nullable String max,
            @Nullable String table,
            List<String> within,
            @Nullable Condition then,
            @Nullable String expression) {}

    public String name(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        String own = chinese ? nameZh : name;
        String other = chinese ? name : nameZh;
        return own.isBlank() ? other : own;
    }

    String pointer() {
        return POINTER + field;
    }

    /** All fields of which it must know the value, as far as they stand in its definition. */
    Set<String> reads() {
        Set<String> fields = new LinkedHashSet<>();
        fields.add(field);
        fields.addAll(with.within());
        when.forEach(condition -> add(condition, fields));
        if (with.then() != null) {
            add(with.then(), fields);
        }
        return fields;
    }

    private static void add(Condition condition, Set<String> fields) {
        fields.add(condition.field());
        if (condition.other() != null) {
            fields.add(condition.other());
        }
    }
}
