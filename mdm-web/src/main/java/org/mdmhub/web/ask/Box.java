package org.mdmhub.web.ask;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.CodeList;
import org.mdmhub.web.layout.FormField;

/**
 * One input of a form, and what the hub says beside it.
 *
 * @param width full, half or third
 * @param said errors, warnings and notes, the gravest first
 * @param was what the record holds now where it differs from what stands here; empty otherwise
 * @param closed whether the reader may neither see nor change it
 * @param marked whether a reviewer named it
 * @param refreshes whether another value makes another form
 * @param combo where what can be chosen is asked for while one types, null where nothing is
 */
record Box(
        FormField field,
        String width,
        List<Said> said,
        String was,
        boolean closed,
        boolean marked,
        boolean refreshes,
        @Nullable Combo combo) {

    /**
     * Where an input finds what it offers.
     *
     * @param within name of the input that bounds it, empty for none
     */
    record Combo(String path, String within) {

        static @Nullable Combo of(@Nullable CodeList list, String name) {
            if (list == null) {
                return null;
            }
            int dot = name.lastIndexOf('.');
            String within = list.within().isEmpty() ? "" : name.substring(0, dot + 1) + list.within();
            return new Combo("/standard/reference/" + list.table() + "/choices?level=" + list.level(), within);
        }
    }

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
