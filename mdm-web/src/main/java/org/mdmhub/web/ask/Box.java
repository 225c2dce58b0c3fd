package org.mdmhub.web.ask;

import java.util.List;
import org.mdmhub.web.layout.FormField;

/**
 * One input of a form, and what the hub says beside it.
 *
 * @param width full, half or third
 * @param said errors, warnings and notes, the gravest first
 * @param was what the record holds now where it differs from what stands here; empty otherwise
 * @param closed whether the reader may neither see nor change it
 * @param marked whether a reviewer named it
 * @param known values that are offered while one types
 */
record Box(
        FormField field,
        String width,
        List<Said> said,
        String was,
        boolean closed,
        boolean marked,
        List<String> known) {

    /**
     * Something said at an input.
     *
     * @param tone error, warning or note
     * @param suggestion a repaired value that can be taken; empty where there is none
     */
    record Said(String tone, String text, String suggestion) {}

    public String id() {
        return field.id();
    }

    public boolean wrong() {
        return said.stream().anyMatch(one -> one.tone().equals("error"));
    }

    /** What can be taken instead, as the form sends it. */
    public String taking(Said one) {
        return field.name() + "=" + one.suggestion();
    }
}
