package org.mdmhub.web.survivorship;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mdmhub.merge.Rule;
import org.mdmhub.merge.SourceTrust;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.source.SourceSystems;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The fields of the form in which rules are laid down. */
@Component
class SurvivorshipFields {

    private static final int FREE_ROWS = 3;
    private static final int USUAL_RULES = 3;

    private final MasterTypes types;
    private final SourceSystems systems;
    private final Labels labels;
    private final Texts texts;

    SurvivorshipFields(MasterTypes types, SourceSystems systems, Labels labels, Texts texts) {
        this.types = types;
        this.systems = systems;
        this.labels = labels;
        this.texts = texts;
    }

    /** A system by name and code, its trust and its half-life. */
    record SourceRow(String name, String code, String at, List<FormField> fields) {}

    /**
     * The form in its parts.
     *
     * @param fields a row a field: the field, then its rules in order
     * @param otherwise rules of all other fields in order
     * @param said what is said of nothing that the form shows
     */
    record Parts(List<List<FormField>> fields, List<FormField> otherwise, List<SourceRow> sources, List<String> said) {

        public List<FormField> all() {
            List<FormField> all = new ArrayList<>(otherwise);
            fields.forEach(all::addAll);
            sources.forEach(row -> all.addAll(row.fields()));
            return all;
        }
    }

    Parts parts(String type, SurvivorshipForm typed, List<Finding> findings) {
        SurvivorshipForm form = withAllSources(typed);
        int rows =
                Math.min(SurvivorshipForm.MOST_FIELDS, form.rows("fields", SurvivorshipForm.MOST_FIELDS) + FREE_ROWS);
        int columns = IntStream.range(0, rows)
                .map(row -> form.rows("fields." + row + ".rules", SurvivorshipForm.MOST_RULES))
                .max()
                .orElse(0);
        int most = Math.min(SurvivorshipForm.MOST_RULES, Math.max(USUAL_RULES, columns + 1));
        List<Option> options = fieldOptions(type);
        List<List<FormField>> fields = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String at = "fields." + row;
            List<FormField> cells = new ArrayList<>();
            cells.add(select(form, at + ".field", texts.of("survivorship.form.field", row + 1), options));
            cells.addAll(rules(form, at + ".rules", most));
            fields.add(said(cells, findings));
        }
        List<FormField> otherwise = said(rules(form, "otherwise", SurvivorshipForm.MOST_RULES), findings);
        List<SourceRow> sources = sources(form, findings);
        Parts parts = new Parts(fields, otherwise, sources, List.of());
        return new Parts(fields, otherwise, sources, elsewhere(parts.all(), findings));
    }

    private SurvivorshipForm withAllSources(SurvivorshipForm form) {
        Map<String, String> typed = new LinkedHashMap<>(form.typed());
        int rows = form.rows("sources", SurvivorshipForm.MOST_SOURCES);
        List<String> known = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            known.add(form.text("sources." + row + ".source"));
        }
        List<String> all = new ArrayList<>(List.of(SourceTrust.HUB));
        all.addAll(systems.codes());
        for (String code : all) {
            if (!known.contains(code) && rows < SurvivorshipForm.MOST_SOURCES) {
                typed.put("sources." + rows++ + ".source", code);
            }
        }
        return new SurvivorshipForm(typed);
    }

    private List<SourceRow> sources(SurvivorshipForm form, List<Finding> findings) {
        Map<String, String> names = systems.names(LocaleContextHolder.getLocale());
        List<SourceRow> sources = new ArrayList<>();
        for (int row = 0; row < form.rows("sources", SurvivorshipForm.MOST_SOURCES); row++) {
            String at = "sources." + row;
            String code = form.text(at + ".source");
            String name = name(code, names, texts);
            List<FormField> fields = new ArrayList<>();
            for (String part : List.of("trust", "halfLifeDays")) {
                fields.add(FormField.of(
                                Input.NUMBER,
                                at + "." + part,
                                texts.of("survivorship.form." + part, name),
                                form.text(at + "." + part))
                        .atMost(10));
            }
            sources.add(new SourceRow(name, code, at + ".source", said(fields, findings)));
        }
        return sources;
    }

    static String name(String code, Map<String, String> names, Texts texts) {
        return code.equals(SourceTrust.HUB) ? texts.of("survivorship.hub") : names.getOrDefault(code, code);
    }

    private List<FormField> rules(SurvivorshipForm form, String at, int most) {
        List<Option> options = new ArrayList<>(List.of(new Option("", "–")));
        Rule.keys().forEach(key -> options.add(new Option(key, texts.of("survivorship.rule." + key))));
        return IntStream.range(0, most)
                .mapToObj(i -> select(form, at + "." + i, texts.of("survivorship.form.rule", i + 1), options))
                .toList();
    }

    private static FormField select(SurvivorshipForm form, String name, String label, List<Option> options) {
        return FormField.select(name, label, form.text(name), options);
    }

    /** Lists are united, so nothing is chosen among them. */
    private List<Option> fieldOptions(String type) {
        List<Option> options = new ArrayList<>(List.of(new Option("", "–")));
        types.fields(type).stream()
                .filter(field -> field.kind() != FieldKind.LIST)
                .forEach(field -> options.add(new Option(field.key(), labels.field(type, field.key()))));
        return options;
    }

    private List<FormField> said(List<FormField> fields, List<Finding> findings) {
        return fields.stream().map(field -> said(field, findings)).toList();
    }

    private FormField said(FormField field, List<Finding> findings) {
        FormField said = field;
        for (Finding finding : findings) {
            if (said.error().isEmpty() && at(field.name(), finding.pointer())) {
                said = finding.stops() ? said.wrong(texts.of(finding)) : said.doubtful(texts.of(finding));
            }
        }
        return said;
    }

    /** Its own place; what is said of a list of rules stands at the first of them. */
    private static boolean at(String name, String pointer) {
        String place = "/fields/" + name.replace('.', '/');
        return pointer.equals(place)
                || (place.endsWith("/rules/0") || place.equals("/fields/otherwise/0"))
                        && pointer.equals(place.substring(0, place.length() - 2));
    }

    private List<String> elsewhere(List<FormField> fields, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> fields.stream().noneMatch(field -> at(field.name(), finding.pointer())))
                .map(texts::of)
                .distinct()
                .toList();
    }
}
