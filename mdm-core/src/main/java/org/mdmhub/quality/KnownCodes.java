package org.mdmhub.quality;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.CodeList;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.reference.Code;
import org.mdmhub.reference.CodeBook;
import org.mdmhub.reference.CodeTables;
import org.springframework.stereotype.Component;

/**
 * Warns of divisions and industries that stand in no code table. All other free text stays free, until somebody lays down
 * a rule.
 */
@Component
class KnownCodes implements Rules {

    private static final String DIVISIONS = "divisions";
    private static final String INDUSTRIES = "industries";
    private static final int DIVISION_OF_INDUSTRY = 3;
    private static final String COUNTRY = "country";
    private static final String HOME = "CN";

    private final MasterTypes types;
    private final CodeTables tables;

    KnownCodes(MasterTypes types, CodeTables tables) {
        this.types = types;
        this.tables = tables;
    }

    @Override
    public boolean concern(String type) {
        return types.find(type).isPresent();
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues after) {
        List<Finding> findings = new ArrayList<>();
        FieldValues placed = after.with(COUNTRY, country(after, HOME));
        for (Field<MasterRecord> field : types.fields(occasion.type())) {
            String pointer = "/fields/" + field.key();
            if (field.kind() == FieldKind.LIST) {
                items(pointer, field, placed, findings);
            } else {
                one(pointer, field.key(), field.codes(), placed.asMap(), findings);
            }
        }
        return findings;
    }

    private void items(String pointer, Field<MasterRecord> field, FieldValues after, List<Finding> findings) {
        if (field.items().stream().noneMatch(part -> isWarned(part.codes()))) {
            return;
        }
        List<Map<String, Object>> items = after.list(field.key());
        for (int i = 0; i < items.size(); i++) {
            FieldValues item = FieldValues.of(items.get(i));
            FieldValues placed = item.with(COUNTRY, country(item, country(after, HOME)));
            for (Field.Item part : field.items()) {
                one(pointer + "/" + i + "/" + part.key(), part.key(), part.codes(), placed.asMap(), findings);
            }
        }
    }

    /** An address that names no country lies in the record's, and that at home. */
    private static String country(FieldValues values, String otherwise) {
        return Objects.requireNonNullElse(values.text(COUNTRY), otherwise);
    }

    private static boolean isWarned(@Nullable CodeList list) {
        return list != null && (list.table().equals(DIVISIONS) || list.table().equals(INDUSTRIES));
    }

    private void one(
            String pointer, String key, @Nullable CodeList list, Map<String, Object> beside, List<Finding> findings) {
        if (list == null || !isWarned(list) || !(beside.get(key) instanceof String value)) {
            return;
        }
        Finding finding =
                list.table().equals(DIVISIONS) ? division(pointer, value, list, beside) : industry(pointer, value);
        if (finding != null) {
            findings.add(finding);
        }
    }

    /** Of a country whose divisions nobody has loaded, and below a division that is unknown itself, all are taken. */
    private @Nullable Finding division(String pointer, String value, CodeList list, Map<String, Object> beside) {
        CodeBook book = tables.get(DIVISIONS);
        if (book.standingFor(String.valueOf(beside.get(COUNTRY)), 1).isEmpty()) {
            return null;
        }
        String above = Objects.toString(beside.get(list.within()), "");
        Set<String> parents = above.isEmpty() ? null : parents(book, above, list.level() - 1);
        var part = new CodeBook.Part(list.level(), parents, null);
        if (!book.has(part)) {
            return null;
        }
        List<Code> meant = book.holding(value, part);
        if (meant.isEmpty()) {
            String right = book.meant(value, part).map(book::stored).orElse(null);
            return new Finding(pointer, Finding.Severity.WARNING, "division", List.of(value, above), right);
        }
        return ended(pointer, value, meant);
    }

    /** What is spelt in another way is told at its own field, and still says where the division below it lies. */
    private static Set<String> parents(CodeBook book, String above, int level) {
        Set<String> known = book.standingFor(above, level);
        return known.isEmpty()
                ? book.meant(above, new CodeBook.Part(level, null, null))
                        .map(code -> Set.of(code.code()))
                        .orElse(known)
                : known;
    }

    /** A finer class than the table holds is known by its division, as C3451 by C34. */
    private @Nullable Finding industry(String pointer, String value) {
        CodeBook book = tables.get(INDUSTRIES);
        String shorter = value.length() > DIVISION_OF_INDUSTRY ? value.substring(0, DIVISION_OF_INDUSTRY) : value;
        boolean formed = value.matches("[A-Z](\\d{2,4})?");
        Code known = book.find(value)
                .or(() -> formed ? book.find(shorter) : java.util.Optional.empty())
                .orElse(null);
        if (known == null) {
            return new Finding(
                    pointer, Finding.Severity.WARNING, "industry", List.of(value), industryMeant(value, book));
        }
        return ended(pointer, value, List.of(known));
    }

    /** The letter follows from the first two digits. */
    private static @Nullable String industryMeant(String value, CodeBook book) {
        String digits = value.replaceFirst("^[A-Za-z]", "");
        if (!digits.matches("\\d{2,4}")) {
            return book.meant(value, CodeBook.Part.all()).map(Code::code).orElse(null);
        }
        String division = digits.substring(0, DIVISION_OF_INDUSTRY - 1);
        return book.codes().stream()
                .map(Code::code)
                .filter(code -> code.length() == DIVISION_OF_INDUSTRY && code.endsWith(division))
                .findFirst()
                .map(code -> code.charAt(0) + digits)
                .orElse(null);
    }

    private static @Nullable Finding ended(String pointer, String value, List<Code> meant) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return meant.stream().anyMatch(code -> code.isValid(today))
                ? null
                : Finding.warning(pointer, "codeEnded", value);
    }
}
