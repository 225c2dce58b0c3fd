package org.mdmhub.web.layout;

import java.util.List;

/**
 * A value as a person reads it.
 *
 * @param text of a plain value; empty for a list, and where there is no value
 * @param items of a list, each as label and text of what it holds
 */
public record Shown(String text, List<List<Pair>> items) {

    /** A label and the text beside it. */
    public record Pair(String label, String text) {}

    static final Shown NOTHING = new Shown("", List.of());

    /** A plain text. */
    public static Shown text(String text) {
        return new Shown(text, List.of());
    }

    public boolean isEmpty() {
        return text.isEmpty() && items.isEmpty();
    }
}
