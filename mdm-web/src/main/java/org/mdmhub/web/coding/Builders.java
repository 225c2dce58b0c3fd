package org.mdmhub.web.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.Adoptions;
import org.mdmhub.coding.SchemeKey;
import org.mdmhub.coding.Simulations;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.springframework.stereotype.Component;

/** Lays out the builder page. */
@Component
class Builders {

    private static final List<String> GROUP_FIELDS = List.of("accountGroup", "materialType");
    private static final int MOST_REASON = 2000;

    private final SegmentFields segments;
    private final Previews previews;
    private final SchemeHistory history;
    private final Adoptions adoptions;
    private final MasterTypes types;
    private final Organisations organisations;
    private final Labels labels;
    private final Texts texts;

    Builders(
            SegmentFields segments,
            Previews previews,
            SchemeHistory history,
            Adoptions adoptions,
            MasterTypes types,
            Organisations organisations,
            Labels labels,
            Texts texts) {
        this.segments = segments;
        this.previews = previews;
        this.history = history;
        this.adoptions = adoptions;
        this.types = types;
        this.organisations = organisations;
        this.labels = labels;
        this.texts = texts;
    }

    /** @param refused what the road said, with pointers under {@code /fields}; empty before it was asked */
    BuilderView view(SchemeForm form, List<Finding> refused, boolean tried, Actor reader) {
        Simulations.Outcome outcome = previews.outcome(form, reader);
        Map<String, String> wrong = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        Stream.concat(outcome.findings().stream(), refused.stream())
                .filter(Finding::stops)
                .forEach(finding -> place(form, finding, wrong, others, refused.contains(finding)));
        List<BuilderView.Row> rows = rows(form, wrong);
        List<FormField> options = options(form, wrong);
        FormField reason = at(
                FormField.of(Input.AREA, "reason", texts.of("coding.reason"), form.reason())
                        .atMost(MOST_REASON)
                        .hinted(texts.of("coding.reason.hint"))
                        .must(),
                wrong);
        List<FormField> whose = form.fresh() ? whose(form, wrong) : List.of();
        List<FormField> all = new ArrayList<>(whose);
        rows.forEach(row -> {
            all.add(row.kind());
            all.addAll(row.fields());
        });
        all.addAll(options);
        all.add(reason);
        return new BuilderView(
                form.key().toString(),
                title(form.key()),
                form.fresh(),
                form.version(),
                whose,
                rows,
                rows.size() >= TypedSegment.MOST,
                ready(),
                options,
                options.stream().anyMatch(field -> !field.error().isEmpty() || changed(field)),
                reason,
                refused.isEmpty() ? List.of() : all,
                others,
                previews.preview(form, outcome),
                tried ? previews.trial(form, reader) : null,
                form.fresh() ? null : history.of(form.key()),
                reader.may(Right.DEFINE));
    }

    private static boolean changed(FormField field) {
        return !field.value().isEmpty()
                && !field.value().equals("false")
                && !field.value().equals("GAPLESS");
    }

    /** A finding stands at its field; what has none stands on top once the road was asked. */
    private static void place(
            SchemeForm form, Finding finding, Map<String, String> wrong, List<String> others, boolean asked) {
        List<String> steps =
                List.of(finding.pointer().replaceFirst("^(/fields)?/", "").split("/"));
        boolean row = steps.size() > 1
                && steps.get(0).equals("segments")
                && steps.get(1).matches("\\d+")
                && Integer.parseInt(steps.get(1)) < form.segments().size();
        String name = row ? (steps.size() > 2 ? steps.get(2) : "kind") + "." + steps.get(1) : steps.get(0);
        wrong.putIfAbsent(name, finding.code() + "\n" + String.join("\n", finding.args()));
        if (asked
                && !row
                && !List.of("activeFrom", "issuing", "adopt", "reserved", "reason")
                        .contains(name)) {
            others.add(name);
        }
    }

    private FormField at(FormField field, Map<String, String> wrong) {
        String said = wrong.get(field.name());
        if (said == null) {
            return field;
        }
        String[] parts = said.split("\n", -1);
        return field.wrong(texts.of(Finding.error("", parts[0], java.util.Arrays.copyOfRange(parts, 1, parts.length))));
    }

    private List<BuilderView.Row> rows(SchemeForm form, Map<String, String> wrong) {
        List<BuilderView.Row> rows = new ArrayList<>();
        List<TypedSegment> typed = form.segments();
        for (int i = 0; i < typed.size(); i++) {
            List<FormField> fields = segments.of(form.key().type(), i, typed.get(i), typed.subList(0, i)).stream()
                    .map(field -> at(field, wrong))
                    .toList();
            rows.add(new BuilderView.Row(
                    i,
                    at(segments.kind(i, typed.get(i)), wrong),
                    fields,
                    texts.of("segment.number", i + 1),
                    i == 0,
                    i == typed.size() - 1));
        }
        return rows;
    }

    private List<FormField> options(SchemeForm form, Map<String, String> wrong) {
        List<Option> systems = new ArrayList<>(List.of(new Option("", texts.of("coding.adopt.none"))));
        adoptions
                .systems(form.key().type())
                .forEach((system, keys) -> systems.add(new Option(system, texts.of("coding.adopt.of", system, keys))));
        List<Option> issuing = List.of(
                new Option("GAPLESS", texts.of("coding.issuing.GAPLESS")),
                new Option("FAST", texts.of("coding.issuing.FAST")));
        return Stream.of(
                        FormField.of(Input.DATE, "activeFrom", texts.of("coding.activeFrom"), form.activeFrom())
                                .hinted(texts.of("coding.activeFrom.hint")),
                        FormField.select("adopt", texts.of("coding.adopt"), form.adopt(), systems)
                                .hinted(texts.of("coding.adopt.hint")),
                        FormField.select(
                                        "issuing",
                                        texts.of("coding.issuing"),
                                        form.issuing().isEmpty() ? "GAPLESS" : form.issuing(),
                                        issuing)
                                .hinted(texts.of("coding.issuing.hint")),
                        FormField.of(Input.AREA, "reserved", texts.of("coding.reserved"), form.reserved())
                                .hinted(texts.of("coding.reserved.hint")))
                .map(field -> at(field, wrong))
                .toList();
    }

    private List<FormField> whose(SchemeForm form, Map<String, String> wrong) {
        SchemeKey key = form.key();
        List<Option> kinds = types.keys().stream()
                .map(type -> new Option(type, texts.or("nav." + type, type)))
                .toList();
        List<Option> groups = new ArrayList<>(List.of(new Option("", texts.of("coding.group.all"))));
        types.fields(key.type()).stream()
                .filter(field -> GROUP_FIELDS.contains(field.key()))
                .forEach(field -> field.choices()
                        .forEach(choice -> groups.add(
                                new Option(choice, texts.or("choice." + field.key() + "." + choice, choice)))));
        List<Option> units = new ArrayList<>(List.of(new Option("", texts.of("coding.unit.all"))));
        organisations.all().stream()
                .map(OrgUnit::code)
                .forEach(code -> units.add(new Option(code, labels.organisation(code))));
        return List.of(
                FormField.select("type", texts.of("coding.type"), key.type(), kinds),
                at(FormField.select("group", texts.of("coding.group"), key.group(), groups), wrong),
                at(FormField.select("unit", texts.of("coding.unit"), key.orgUnit(), units), wrong));
    }

    private List<BuilderView.Ready> ready() {
        return ReadySchemes.NAMES.stream()
                .map(name ->
                        new BuilderView.Ready(name, texts.of("ready." + name), texts.of("ready." + name + ".example")))
                .toList();
    }

    /** What a scheme makes codes for. */
    String title(SchemeKey key) {
        StringBuilder title = new StringBuilder(texts.or("nav." + key.type(), key.type()));
        if (!key.group().isEmpty()) {
            title.append(" · ").append(group(key));
        }
        if (!key.orgUnit().isEmpty()) {
            title.append(" · ").append(labels.organisation(key.orgUnit()));
        }
        return title.toString();
    }

    private String group(SchemeKey key) {
        @Nullable String said = null;
        for (String field : GROUP_FIELDS) {
            said = said == null || said.equals(key.group())
                    ? texts.or("choice." + field + "." + key.group(), key.group())
                    : said;
        }
        return String.valueOf(said);
    }
}
