package org.mdmhub.web.layout;

import java.util.List;

/**
 * One field of a form, as {@code layout/field} shows it. All texts are resolved; none is null, an empty one is not shown.
 *
 * @param name of the parameter that is posted
 * @param options of a SELECT
 * @param max code points at most, 0 for no limit of its own
 * @param autocomplete what a browser may fill in, as the HTML standard names it
 * @param error what is wrong with the value; stops
 * @param warning what may be wrong with it; does not stop
 * @param focused whether the page begins here
 */
public record FormField(
        String name,
        String label,
        Input input,
        String value,
        List<Option> options,
        boolean required,
        int max,
        String autocomplete,
        String hint,
        String error,
        String warning,
        boolean focused) {

    /** How a value is put in. */
    public enum Input {
        TEXT,
        AREA,
        SELECT,
        CHECK,
        DATE,
        NUMBER,
        PASSWORD,
        EMAIL,
        TEL,
        SEARCH;

        /** The type of an HTML input. Numbers are text, so that what does not parse comes back as it was typed. */
        public String type() {
            return this == NUMBER ? "text" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One choice. */
    public record Option(String value, String label) {}

    public static FormField of(Input input, String name, String label, String value) {
        return new FormField(name, label, input, value, List.of(), false, 0, "off", "", "", "", false);
    }

    public static FormField select(String name, String label, String value, List<Option> options) {
        return new FormField(name, label, Input.SELECT, value, options, false, 0, "off", "", "", "", false);
    }

    /** Where a label, an error summary and a link of the page find it. */
    public String id() {
        return name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-|-$", "");
    }

    /** Ids of the texts that belong to it; empty where there are none. */
    public String described() {
        StringBuilder ids = new StringBuilder();
        ids.append(hint.isEmpty() ? "" : id() + "-hint ");
        ids.append(error.isEmpty() ? "" : id() + "-error ");
        ids.append(warning.isEmpty() ? "" : id() + "-warning");
        return ids.toString().strip();
    }

    public FormField must() {
        return new FormField(
                name, label, input, value, options, true, max, autocomplete, hint, error, warning, focused);
    }

    public FormField atMost(int codePoints) {
        return new FormField(
                name, label, input, value, options, required, codePoints, autocomplete, hint, error, warning, focused);
    }

    public FormField filledAs(String token) {
        return new FormField(name, label, input, value, options, required, max, token, hint, error, warning, focused);
    }

    public FormField hinted(String text) {
        return new FormField(
                name, label, input, value, options, required, max, autocomplete, text, error, warning, focused);
    }

    public FormField wrong(String text) {
        return new FormField(
                name, label, input, value, options, required, max, autocomplete, hint, text, warning, focused);
    }

    public FormField doubtful(String text) {
        return new FormField(
                name, label, input, value, options, required, max, autocomplete, hint, error, text, focused);
    }

    public FormField first() {
        return new FormField(
                name, label, input, value, options, required, max, autocomplete, hint, error, warning, true);
    }
}
