package org.mdmhub.web.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form plan on the screen.
 *
 * @param version that holds now; 1 is the one that comes with the hub
 * @param preview what the form would look like
 * @param problems what is wrong with it, in words
 */
record FormSheet(
        String type,
        int version,
        boolean mayAsk,
        List<SectionCard> sections,
        List<LookLine> looks,
        List<ConditionCard> conditions,
        List<Choice> groups,
        List<Choice> roles,
        List<Preview> preview,
        List<String> problems,
        String reason) {

    /** A choice and what it is called. */
    record Choice(String value, String label) {}

    record SectionCard(
            int place,
            String key,
            String label,
            String labelZh,
            List<String> groups,
            String fields,
            @Nullable String wrong) {

        public boolean isFirst() {
            return key.equals(FormPlan.FIRST);
        }
    }

    record LookLine(int place, String field, String name, String width, String label, String labelZh) {}

    record ConditionCard(
            int place,
            String is,
            String fields,
            List<String> groups,
            String categories,
            List<String> roles,
            String state,
            @Nullable String wrong) {}

    /**
     * A section as it would be seen.
     *
     * @param heading empty for the first one
     */
    record Preview(String heading, List<PreviewField> fields) {}

    /** @param mark REQUIRED, READ_ONLY or empty */
    record PreviewField(String label, String width, String mark) {}
}
