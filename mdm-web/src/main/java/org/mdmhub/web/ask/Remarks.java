package org.mdmhub.web.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mdmhub.quality.Standardization;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.web.api.Texts;

/** Brings what is to be said about a form to its inputs. */
final class Remarks {

    private static final Pattern PLACE = Pattern.compile("/fields/(\\w+)(?:/(\\d+)(?:/(\\w+))?)?");
    private static final Map<String, String> BESIDE = Map.of(
            "/orgUnit", "ask.unit",
            "/reason", "ask.reason",
            "/reasonCode", "ask.reasonCode",
            "/effectiveFrom", "ask.from");

    private final Map<String, List<Box.Said>> byInput = new HashMap<>();
    private final List<Finding> elsewhere = new ArrayList<>();
    private final Texts texts;

    Remarks(Texts texts) {
        this.texts = texts;
    }

    /** @param quiet whether what is merely missing or half typed yet is left unsaid */
    void findings(List<Finding> findings, List<Field<MasterRecord>> fields, Typed typed, boolean quiet) {
        for (Finding finding : findings) {
            if (quiet && (finding.code().equals("required") || isBegun(finding))) {
                continue;
            }
            String input = input(finding.pointer(), fields, typed);
            if (input.isEmpty()) {
                elsewhere.add(finding);
            } else {
                add(
                        input,
                        new Box.Said(
                                finding.stops() ? "error" : "warning",
                                words(finding),
                                finding.suggestion() == null ? "" : finding.suggestion()));
            }
        }
    }

    /** A name that is being typed is not wrong yet. */
    private static boolean isBegun(Finding finding) {
        return finding.suggestion() == null
                && (finding.code().equals("division") || finding.code().equals("industry"));
    }

    /** What is done to a value before it is stored; a blank at its end is not worth a word while one types. */
    void standardizations(List<Standardization> all, List<Field<MasterRecord>> fields, Typed typed, boolean quiet) {
        for (Standardization one : all) {
            String input = input(one.pointer(), fields, typed);
            if (!input.isEmpty() && !(quiet && one.what().equals(List.of(Standardization.What.TRIMMED)))) {
                note(input, texts.of("ask.stored", texts.of(one), one.to()));
            }
        }
    }

    private static String input(String pointer, List<Field<MasterRecord>> fields, Typed typed) {
        Matcher place = PLACE.matcher(pointer);
        if (!place.matches()) {
            return BESIDE.getOrDefault(pointer, "");
        }
        Field<MasterRecord> field = fields.stream()
                .filter(one -> one.key().equals(place.group(1)))
                .findFirst()
                .orElse(null);
        if (field == null || field.kind() != FieldKind.LIST) {
            return typed.has(place.group(1)) || field == null ? place.group(1) : "";
        }
        List<Integer> rows = RawFields.filledRows(field, typed);
        int item = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
        if (item >= rows.size()) {
            return "";
        }
        String part = place.group(3) == null ? field.items().get(0).key() : place.group(3);
        return Typed.name(field.key(), rows.get(item), part);
    }

    /** A value of the wrong kind is told by what is needed instead. */
    private String words(Finding finding) {
        return words(texts, finding);
    }

    static String words(Texts texts, Finding finding) {
        String said = texts.of(finding);
        return finding.code().equals("type") && finding.args().size() == 1
                ? texts.or("finding.type." + finding.args().get(0), said)
                : said;
    }

    void note(String input, String text) {
        add(input, new Box.Said("note", text, ""));
    }

    private void add(String input, Box.Said said) {
        byInput.computeIfAbsent(input, name -> new ArrayList<>()).add(said);
    }

    /** What is said at an input, the gravest first. */
    List<Box.Said> at(String input) {
        return byInput.getOrDefault(input, List.of());
    }

    /** What belongs to none of these inputs. */
    List<String> elsewhere(Set<String> inputs) {
        List<String> left = new ArrayList<>();
        elsewhere.forEach(finding -> left.add(words(finding)));
        byInput.forEach((input, said) -> {
            if (!inputs.contains(input)) {
                said.forEach(one -> left.add(one.text()));
            }
        });
        return left;
    }
}
