package org.mdmhub.reference;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a sheet's row; a column that the sheet does not have leaves what stands there. */
final class CodeRow {

    /** Levels of a tree at most. */
    static final int DEEPEST = 20;

    private static final Set<String> OWN =
            Set.of("code", "name", "nameZh", "parent", "validFrom", "validTo", "position", "value");
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_NAME = 200;

    private CodeRow() {}

    /** @return null where something is wrong with it, which then stands in the plan */
    static @Nullable Code read(CodeSheet.Row row, @Nullable Code before, int next, LoadPlan plan) {
        int wrong = plan.wrong().size();
        String code = String.valueOf(row.cell("code"));
        String name = cell(row, "name", before == null ? "" : before.name());
        String nameZh = cell(row, "nameZh", before == null ? "" : before.nameZh());
        String parent = cell(row, "parent", before == null ? null : before.parent());
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            plan.wrong(row.line(), "code", code);
        }
        String longer = name.length() > nameZh.length() ? name : nameZh;
        if (longer.isEmpty() || longer.length() > LONGEST_NAME) {
            plan.wrong(row.line(), "name", longer);
        }
        LocalDate from = day(row, "validFrom", before == null ? null : before.validFrom(), plan);
        LocalDate to = day(row, "validTo", before == null ? null : before.validTo(), plan);
        if (from != null && to != null && to.isBefore(from)) {
            plan.wrong(row.line(), "days", to.toString());
        }
        int position = position(row, before == null ? next : before.position(), plan);
        return plan.wrong().size() > wrong
                ? null
                : new Code(
                        code,
                        name.isEmpty() ? nameZh : name,
                        nameZh.isEmpty() ? name : nameZh,
                        parent == null || parent.isEmpty() ? null : parent,
                        from,
                        to,
                        position,
                        attributes(row, before));
    }

    private static String cell(CodeSheet.Row row, String header, @Nullable String otherwise) {
        String cell = row.cell(header);
        return cell == null ? String.valueOf(otherwise == null ? "" : otherwise) : cell;
    }

    private static @Nullable LocalDate day(
            CodeSheet.Row row, String header, @Nullable LocalDate otherwise, LoadPlan plan) {
        String cell = row.cell(header);
        if (cell == null || cell.isEmpty()) {
            return cell == null ? otherwise : null;
        }
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            plan.wrong(row.line(), "day", cell);
            return null;
        }
    }

    private static int position(CodeSheet.Row row, int otherwise, LoadPlan plan) {
        String cell = row.cell("position");
        if (cell == null || cell.isEmpty()) {
            return otherwise;
        }
        if (!cell.matches("\\d{1,8}")) {
            plan.wrong(row.line(), "position", cell);
            return otherwise;
        }
        return Integer.parseInt(cell);
    }

    private static Map<String, String> attributes(CodeSheet.Row row, @Nullable Code before) {
        Map<String, String> attributes = new LinkedHashMap<>(before == null ? Map.of() : before.attributes());
        row.cells().forEach((header, cell) -> {
            if (!OWN.contains(header) && !header.isEmpty()) {
                attributes.remove(header);
                if (!cell.isEmpty()) {
                    attributes.put(header, cell);
                }
            }
        });
        return Map.copyOf(attributes);
    }

    /** An entry in words; beside another one only what differs. */
    static String told(Code code, @Nullable Code other) {
        Map<String, String> words = words(code);
        Map<String, String> others = other == null ? Map.of() : words(other);
        StringBuilder told = new StringBuilder();
        words.forEach((what, text) -> {
            if (!text.equals(others.getOrDefault(what, ""))) {
                told.append(told.isEmpty() ? "" : " · ").append(text);
            }
        });
        return told.toString();
    }

    private static Map<String, String> words(Code code) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("nameZh", code.nameZh());
        words.put("name", code.name().equals(code.nameZh()) ? "" : code.name());
        words.put("parent", code.parent() == null ? "" : "↑ " + code.parent());
        words.put("validFrom", code.validFrom() == null ? "" : code.validFrom() + " →");
        words.put("validTo", code.validTo() == null ? "" : "→ " + code.validTo());
        words.put("position", "# " + code.position());
        code.attributes().forEach((key, value) -> words.put("." + key, key + " " + value));
        return words;
    }
}
