package org.mdmhub.quality.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;

/** Whether the entries of a rule are what its field takes; says of each that is not. */
class Entries {

    static final Set<FieldKind> ORDERED = Set.of(FieldKind.NUMBER, FieldKind.INTEGER, FieldKind.DATE);

    private final List<Finding> findings;

    Entries(List<Finding> findings) {
        this.findings = findings;
    }

    final boolean end(String pointer, Field<MasterRecord> field, @Nullable String end) {
        boolean right = end == null
                || (field.kind() == FieldKind.DATE
                        ? end.equals(Values.TODAY) || isDate(end)
                        : Values.number(end) != null);
        if (!right) {
            wrong(pointer, "type", field.kind() == FieldKind.DATE ? "DATE" : "NUMBER");
        }
        return right;
    }

    final @Nullable Integer count(String entry, @Nullable String text, int absent) {
        if (text == null) {
            return absent;
        }
        BigDecimal number = Values.number(text);
        if (number == null
                || number.signum() < 0
                || number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(Field.MAX_TEXT)) > 0) {
            wrong(entry, "type", "INTEGER");
            return null;
        }
        return number.intValue();
    }

    final @Nullable String needed(String entry, @Nullable String text) {
        if (text == null) {
            wrong(entry, "required");
        }
        return text;
    }

    final boolean isText(Field<MasterRecord> field) {
        boolean text = switch (field.kind()) {
            case NUMBER, INTEGER, FLAG, DATE, LIST -> false;
            default -> true;
        };
        if (!text) {
            wrong("field", "ruleKind", field.key());
        }
        return text;
    }

    final void wrong(String entry, String code, String... args) {
        findings.add(Finding.error("/fields/" + entry.replaceFirst("^/", ""), code, args));
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
