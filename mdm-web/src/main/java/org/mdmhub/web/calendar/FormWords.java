package org.mdmhub.web.calendar;

import java.util.List;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Finding;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.springframework.stereotype.Component;

/** Fields of a form in the reader's words. */
@Component
class FormWords {

    private static final int MAX_NAME = 100;
    private static final int MAX_AREA = 20_000;

    private final Labels labels;
    private final Organisations organisations;
    final Texts texts;

    FormWords(Labels labels, Organisations organisations, Texts texts) {
        this.labels = labels;
        this.organisations = organisations;
        this.texts = texts;
    }

    FormField text(String type, String key, Entries typed) {
        return FormField.of(Input.TEXT, key, labels.field(type, key), typed.text(key))
                .atMost(MAX_NAME);
    }

    FormField area(String type, String key, Entries typed) {
        return FormField.of(Input.AREA, key, labels.field(type, key), typed.text(key))
                .atMost(MAX_AREA);
    }

    FormField select(String type, String key, Entries typed, List<Option> options) {
        return FormField.select(key, labels.field(type, key), typed.text(key), options);
    }

    FormField check(String key, String label, Entries typed) {
        return FormField.of(Input.CHECK, key, label, typed.text(key));
    }

    /** A tick for each organisation. */
    List<FormField> units(Entries typed) {
        return organisations.all().stream()
                .map(unit -> check("orgUnits." + unit.code(), labels.organisation(unit.code()), typed))
                .toList();
    }

    List<String> unitCodes() {
        return organisations.all().stream().map(unit -> unit.code()).toList();
    }

    /** The fields with what is wrong at each; of several for one entry, at the first. */
    List<LaidForm.Part> told(List<LaidForm.Part> parts, List<Finding> findings) {
        java.util.Set<String> said = new java.util.HashSet<>();
        return parts.stream()
                .map(part -> new LaidForm.Part(
                        part.heading(),
                        part.fields().stream()
                                .map(field -> told(field, findings, said))
                                .toList()))
                .toList();
    }

    private FormField told(FormField field, List<Finding> findings, java.util.Set<String> said) {
        String entry = field.name().contains(".")
                ? field.name().substring(0, field.name().indexOf('.'))
                : field.name();
        return findings.stream()
                .filter(finding -> finding.pointer().equals("/fields/" + entry) && said.add(finding.pointer()))
                .findFirst()
                .map(finding -> field.wrong(texts.of(finding)))
                .orElse(field);
    }
}
