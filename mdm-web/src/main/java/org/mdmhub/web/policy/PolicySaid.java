package org.mdmhub.web.policy;

import java.util.List;
import org.mdmhub.record.Finding;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;

/** Fields with what was typed into them and what is wrong with it. */
record PolicySaid(PolicyForm form, List<Finding> findings, Texts texts) {

    FormField of(Input input, String name, String label) {
        return said(FormField.of(input, name, label, form.text(name)));
    }

    FormField select(String name, String label, List<Option> options) {
        return said(FormField.select(name, label, form.text(name), options));
    }

    private FormField said(FormField field) {
        FormField said = field;
        for (Finding finding : findings) {
            // the first is the most exact
            if (said.error().isEmpty() && at(field.name(), finding.pointer())) {
                said = finding.stops() ? said.wrong(texts.of(finding)) : said.doubtful(texts.of(finding));
            }
        }
        return said;
    }

    /** Its own place, and of a step also what is said of its people and of the step as a whole. */
    private static boolean at(String name, String pointer) {
        String place = "/fields/" + name.replace('.', '/');
        if (name.matches("steps\\.\\d+\\.people")) {
            String step = place.substring(0, place.lastIndexOf('/'));
            return pointer.equals(step)
                    || pointer.startsWith(step + "/roles")
                    || pointer.startsWith(step + "/people")
                    || pointer.startsWith(step + "/escalate");
        }
        return pointer.equals(place);
    }

    /** What is said of nothing that the form shows. */
    List<String> elsewhere(List<FormField> fields) {
        return findings.stream()
                .filter(finding -> fields.stream().noneMatch(field -> at(field.name(), finding.pointer())))
                .map(texts::of)
                .distinct()
                .toList();
    }
}
