package org.mdmhub.web.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.category.Categories;
import org.mdmhub.organisation.Actor;
import org.mdmhub.quality.Checked;
import org.mdmhub.quality.Completion;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.PastedText;
import org.mdmhub.quality.QualityGate;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Reading;
import org.springframework.stereotype.Component;

/** Works out what a form asks for, and what follows from what was typed or pasted into it. */
@Component
class Asking {

    private static final String PASTE = "paste";
    private static final String PASTED = "pasted";
    private static final String DERIVED = "derived";

    private final MasterTypes types;
    private final QualityGate gate;
    private final Subjects subjects;
    private final Plans plans;
    private final Reading reading;
    private final List<Completion> completions;
    private final List<PastedText> pasted;
    private final CodeInputs codes;
    private final CategoryInputs categories;

    Asking(
            MasterTypes types,
            QualityGate gate,
            Subjects subjects,
            Plans plans,
            Reading reading,
            List<Completion> completions,
            List<PastedText> pasted,
            CodeInputs codes,
            CategoryInputs categories) {
        this.codes = codes;
        this.categories = categories;
        this.types = types;
        this.gate = gate;
        this.subjects = subjects;
        this.plans = plans;
        this.reading = reading;
        this.completions = completions;
        this.pasted = pasted;
    }

    /** A form in which the hub has filled in something; {@code filled} names the fields. */
    record Filled(Typed typed, Set<String> filled) {}

    Asked asked(Subject subject, Typed typed, Actor reader) {
        List<Field<MasterRecord>> fields = types.fields(subject.type());
        Integer saw = typed.number("base");
        int version = saw == null || saw > subject.version() ? subject.version() : saw;
        FieldValues base = subjects.at(subject, version);
        Map<String, @Nullable Object> raw = codes.understood(fields, RawFields.of(fields, typed), base);
        categories.understand(subject.type(), raw, base.get(Categories.field(subject.type())));
        Occasion occasion = occasion(subject, typed);
        Checked whole = check(occasion, base, raw);
        Map<String, @Nullable Object> differing = differing(raw, whole.changes(), base);
        Checked checked = base.isEmpty() ? whole : check(occasion, subject.now(), differing);
        Map<String, @Nullable Object> standard = new LinkedHashMap<>(checked.changes());
        List<Finding> findings = new ArrayList<>(checked.findings());
        findings.addAll(plans.missing(subject, typed, reader, checked));
        if (!typed.said("from").isBlank() && Drafts.day(typed.said("from")) == null) {
            findings.add(Finding.error("/effectiveFrom", "type", "DATE"));
        }
        return new Asked(
                base,
                version,
                differing,
                findings,
                standard,
                checked.after(),
                checked.standardizations(),
                version == subject.version() ? List.of() : moved(fields, differing.keySet(), base, subject.now()));
    }

    private static Occasion occasion(Subject subject, Typed typed) {
        String owner = subject.record() == null ? Drafts.empty(typed.said("unit")) : subject.owner();
        return new Occasion(subject.type(), owner, subject.record());
    }

    private Checked check(Occasion occasion, FieldValues now, Map<String, @Nullable Object> raw) {
        return reading.asHub("check", () -> gate.check(occasion, now, raw));
    }

    private static Map<String, @Nullable Object> differing(
            Map<String, @Nullable Object> raw, Map<String, @Nullable Object> standard, FieldValues base) {
        Map<String, @Nullable Object> differing = new LinkedHashMap<>();
        raw.forEach((key, value) -> {
            Object meant = standard.containsKey(key) ? standard.get(key) : value;
            if (!Objects.equals(meant, base.get(key)) && !Objects.equals(value, base.get(key))) {
                differing.put(key, value);
            }
        });
        return differing;
    }

    /** Fields that belong together move together. */
    private static List<String> moved(
            List<Field<MasterRecord>> fields, Set<String> wanted, FieldValues base, FieldValues now) {
        Set<String> marks = new HashSet<>();
        fields.stream()
                .filter(field -> wanted.contains(field.key()) && field.together() != null)
                .forEach(field -> marks.add(String.valueOf(field.together())));
        return fields.stream()
                .filter(field -> wanted.contains(field.key()) || marks.contains(String.valueOf(field.together())))
                .map(Field::key)
                .filter(key -> !Objects.equals(base.get(key), now.get(key)))
                .toList();
    }

    /** Whether nothing stands in it but what an empty form begins with. */
    boolean isEmpty(Subject subject, Asked asked) {
        Map<String, String> defaults = plans.of(subject.type()).defaults();
        return asked.fields().entrySet().stream()
                .allMatch(field -> field.getValue() == null || field.getValue().equals(defaults.get(field.getKey())));
    }

    boolean takesPastedText(String type) {
        return pasted.stream().anyMatch(reader -> reader.type().equals(type));
    }

    /** Puts a pasted block of text into its fields, and keeps it, so that the form can say what came from where. */
    Typed unpacked(Subject subject, Typed typed, Actor reader) {
        String block = typed.said(PASTE);
        if (block.isBlank()) {
            return typed;
        }
        Typed changed = typed.saying(PASTED, block);
        List<PastedText.Taken> taken =
                told(subject, changed, asked(subject, typed, reader).after()).taken();
        for (PastedText.Taken one : taken) {
            changed = changed.with(one.field(), one.value());
        }
        return taken.isEmpty() ? changed : changed.saying(PASTE, "");
    }

    /** What the pasted block tells, in the fields that still hold it. */
    PastedText.Read told(Subject subject, Typed typed, FieldValues values) {
        String block = typed.said(PASTED);
        return pasted.stream()
                .filter(reader -> !block.isBlank() && reader.type().equals(subject.type()))
                .findFirst()
                .map(reader -> reader.read(block, values))
                .orElse(new PastedText.Read(List.of(), List.of()));
    }

    /** Fills what is still empty from a field that was typed since the last time. */
    Filled completed(Subject subject, Typed typed, Actor reader) {
        Typed changed = typed;
        Set<String> filled = new LinkedHashSet<>();
        for (Completion completion : completions) {
            String basis = basis(completion, typed);
            if (!completion.type().equals(subject.type())
                    || basis.equals(typed.said(DERIVED))
                    || typed.text(completion.from()).isBlank()) {
                continue;
            }
            FieldValues values = asked(subject, typed, reader).after();
            for (Map.Entry<String, String> one : completion.complete(values).entrySet()) {
                if (typed.has(one.getKey()) && typed.text(one.getKey()).isBlank()) {
                    changed = changed.with(one.getKey(), one.getValue());
                    filled.add(one.getKey());
                }
            }
            changed = filled.isEmpty() ? changed : changed.saying(DERIVED, basis);
        }
        return new Filled(changed, filled);
    }

    /** What follows from a field beside the values of others, by the field's key. */
    Map<String, Completion.Note> notes(Subject subject, Asked asked) {
        Map<String, Completion.Note> notes = new LinkedHashMap<>();
        completions.stream()
                .filter(completion -> completion.type().equals(subject.type()))
                .filter(completion -> asked.fields().containsKey(completion.from()))
                .forEach(completion ->
                        completion.note(asked.after()).ifPresent(note -> notes.put(completion.from(), note)));
        return notes;
    }

    /** What a completion works from, short enough to be kept in the form. */
    private static String basis(Completion completion, Typed typed) {
        String from = typed.text(completion.from());
        List<String> beside = typed.texts().entrySet().stream()
                .filter(entry ->
                        completion.reads(entry.getKey()) && !entry.getKey().equals(completion.from()))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::toString)
                .toList();
        return beside.isEmpty() ? from : from + "#" + Integer.toHexString(beside.hashCode());
    }

    /** The form on the record as it is now, with what was typed of the older one laid over it. */
    Typed rebased(Subject subject, Typed typed, Asked asked) {
        List<Field<MasterRecord>> fields = types.fields(subject.type());
        Map<String, String> texts = new LinkedHashMap<>(typed.texts());
        List<Field<MasterRecord>> untouched = fields.stream()
                .filter(field -> !asked.fields().containsKey(field.key()))
                .toList();
        untouched.forEach(field -> texts.keySet().removeIf(name -> name.startsWith(field.key() + "[")));
        texts.putAll(RawFields.typed(untouched, subject.now().asMap()).texts());
        return new Typed(texts).saying("base", subject.version());
    }

    /** Where he takes what the record holds now instead of his own, it stands in the form; anything typed is kept. */
    Typed sided(Subject subject, Typed typed, String verb) {
        List<Field<MasterRecord>> theirs = types.fields(subject.type()).stream()
                .filter(field -> typed.said("side." + field.key()).equals("theirs"))
                .toList();
        if (theirs.isEmpty() || verb.equals("look")) {
            return typed;
        }
        Map<String, String> texts = new LinkedHashMap<>(typed.texts());
        theirs.forEach(field -> texts.keySet().removeIf(name -> name.startsWith(field.key() + "[")));
        texts.putAll(RawFields.typed(theirs, subject.now().asMap()).texts());
        return new Typed(texts);
    }

    /** The form as it opens: an empty one, the record as it is, or what a request asks for. */
    Typed opened(Subject subject) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        var request = subject.draft();
        if (request == null && subject.code() == null) {
            values.putAll(plans.of(subject.type()).defaults());
        }
        values.putAll(subject.now().asMap());
        if (request != null) {
            values.putAll(request.wish().fields());
        }
        Typed typed = RawFields.typed(new ArrayList<>(types.fields(subject.type())), values);
        for (Completion completion : completions) {
            typed = completion.type().equals(subject.type()) ? typed.saying(DERIVED, basis(completion, typed)) : typed;
        }
        return typed.saying("base", subject.version());
    }
}
