package org.mdmhub.quality.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Finding;
import org.mdmhub.record.Finding.Severity;

/**
 * A rule made ready.
 *
 * @param demand whether a record that it concerns keeps it; of a UNIQUE rule only the database knows
 * @param reads keys of the fields that it looks at
 */
record CompiledRule(Rule rule, Predicate<Subject> demand, Set<String> reads) {

    /** Code of every finding of a rule; its words come with it. */
    static final String CODE = "rule";

    boolean concerns(Subject subject) {
        for (Condition condition : rule.when()) {
            if (!condition.holds(subject, false)) {
                return false;
            }
        }
        return true;
    }

    boolean keptBy(Subject subject) {
        return !concerns(subject) || demand.test(subject);
    }

    boolean unique() {
        return rule.check() == Check.UNIQUE;
    }

    /** What no other record may have as well, null where the rule wants nothing of this one. */
    @Nullable
    String alone(Subject subject) {
        Object value = subject.value(rule.field());
        if (!unique() || value == null || !concerns(subject)) {
            return null;
        }
        StringBuilder key = new StringBuilder(Values.folded(value));
        for (String field : rule.with().within()) {
            Object alike = subject.value(field);
            key.append('\u001f').append(alike == null ? "" : Values.folded(alike));
        }
        return key.toString();
    }

    /** Both languages come along; the text takes the one of its reader. */
    Finding finding(String besides) {
        String english = words(rule.message(), rule.messageZh(), rule.name(), rule.nameZh()) + besides;
        String chinese = words(rule.messageZh(), rule.message(), rule.nameZh(), rule.name()) + besides;
        List<String> args = List.of(english, chinese, rule.key());
        return new Finding(
                rule.pointer(),
                rule.severity() == Severity.ERROR ? Severity.ERROR : Severity.WARNING,
                CODE,
                args,
                null);
    }

    private static String words(String... texts) {
        for (String text : texts) {
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
