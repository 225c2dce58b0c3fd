package org.mdmhub.quality.rule;

import com.google.re2j.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.Delivered;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.reference.CodeTables;
import org.springframework.beans.factory.ObjectProvider;

/** One rule against the fields of its type. */
final class Fit extends ConditionFit {

    private final Rule rule;
    private final List<Finding> findings;
    private final CodeTables tables;
    private final ObjectProvider<Delivered> delivered;
    private final Set<String> reads;

    Fit(
            Rule rule,
            List<Field<MasterRecord>> fields,
            CodeTables tables,
            ObjectProvider<Delivered> delivered,
            List<Finding> findings) {
        super(fields, findings);
        this.rule = rule;
        this.findings = findings;
        this.tables = tables;
        this.delivered = delivered;
        this.reads = new LinkedHashSet<>(rule.reads());
    }

    /** Keys of the fields that the rule looks at; complete once its demand is there. */
    Set<String> reads() {
        return reads;
    }

    /** What the rule wants of a record that it concerns, null where it does not fit. */
    @Nullable
    Predicate<Subject> demand() {
        Field<MasterRecord> field = fields.get(rule.field());
        if (field == null) {
            wrong("field", "ruleField", rule.field());
            return null;
        }
        for (int i = 0; i < rule.when().size(); i++) {
            condition("when/" + i, rule.when().get(i));
        }
        return switch (rule.check()) {
            case REQUIRED -> subject -> subject.after().get(rule.field()) != null;
            case PATTERN -> pattern(field);
            case RANGE -> range(field);
            case LENGTH -> length(field);
            case CODE_TABLE -> codeTable(field);
            case UNIQUE -> unique(field);
            case CONDITION -> then();
            case FROZEN -> this::stays;
            case EXPRESSION -> expression();
        };
    }

    private @Nullable Predicate<Subject> pattern(Field<MasterRecord> field) {
        String text = needed("pattern", rule.with().pattern());
        if (!isText(field) || text == null) {
            return null;
        }
        try {
            Pattern pattern = Patterns.compile(text);
            return subject -> {
                String value = subject.after().text(rule.field());
                return value == null || pattern.matches(value);
            };
        } catch (Wrong e) {
            wrong("pattern", "rulePattern", e.said());
            return null;
        }
    }

    private @Nullable Predicate<Subject> range(Field<MasterRecord> field) {
        String min = rule.with().min();
        String max = rule.with().max();
        if (!ORDERED.contains(field.kind())) {
            wrong("field", "ruleKind", field.key());
            return null;
        }
        if (min == null && max == null) {
            wrong("min", "required");
            return null;
        }
        if (!end("min", field, min) || !end("max", field, max)) {
            return null;
        }
        return subject -> {
            Object value = subject.after().get(rule.field());
            return value == null
                    || ((min == null || Objects.requireNonNullElse(Values.compare(value, min, subject.today()), 0) >= 0)
                            && (max == null
                                    || Objects.requireNonNullElse(Values.compare(value, max, subject.today()), 0)
                                            <= 0));
        };
    }

    private @Nullable Predicate<Subject> length(Field<MasterRecord> field) {
        String min = rule.with().min();
        String max = rule.with().max();
        if (min == null && max == null) {
            wrong("min", "required");
        }
        Integer least = count("min", min, 0);
        Integer most = count("max", max, Integer.MAX_VALUE);
        if (!isText(field) || least == null || most == null) {
            return null;
        }
        return subject -> {
            String value = subject.after().text(rule.field());
            int length = value == null ? 0 : value.codePointCount(0, value.length());
            return value == null || (length >= least && length <= most);
        };
    }

    private @Nullable Predicate<Subject> codeTable(Field<MasterRecord> field) {
        String name = needed("table", rule.with().table());
        boolean known = name != null && tables.find(name).isPresent();
        if (name != null && !known) {
            wrong("table", "choice", String.join(", ", tables.names()));
        }
        if (name == null || !isText(field) || !known) {
            return null;
        }
        return subject -> {
            String value = subject.after().text(rule.field());
            return value == null || tables.get(name).holds(value);
        };
    }

    private @Nullable Predicate<Subject> unique(Field<MasterRecord> field) {
        if (field.kind() == FieldKind.LIST || field.kind() == FieldKind.FLAG) {
            wrong("field", "ruleKind", field.key());
            return null;
        }
        rule.with().within().stream()
                .filter(key -> !key.equals(Subject.ORG_UNIT) && !fields.containsKey(key))
                .forEach(key -> wrong("within", "ruleField", key));
        return subject -> true;
    }

    private @Nullable Predicate<Subject> then() {
        Condition then = rule.with().then();
        if (then == null) {
            return null;
        }
        int before = findings.size();
        condition("", then);
        return findings.size() > before ? null : subject -> then.holds(subject, true);
    }

    private boolean stays(Subject subject) {
        Object old = subject.before().get(rule.field());
        Long record = subject.record();
        return record == null
                || old == null
                || old.equals(subject.after().get(rule.field()))
                || delivered.stream().noneMatch(targets -> targets.isDelivered(record));
    }

    private @Nullable Predicate<Subject> expression() {
        String text = needed("expression", rule.with().expression());
        if (text == null) {
            return null;
        }
        try {
            Expression expression = Expressions.compile(text, List.copyOf(fields.values()));
            reads.addAll(expression.fields());
            return expression::holds;
        } catch (Wrong e) {
            wrong("expression", "ruleExpression", e.said());
            return null;
        }
    }
}
