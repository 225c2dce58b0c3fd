package org.mdmhub.web.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.CleanText;

/**
 * Where in the inbox somebody is. All of it stands in the address, so that it is kept, shared and gone back to.
 *
 * @param tab key of the tab, null for the reader's first
 * @param type kind of master, null for all
 * @param q part of a number or name, null for all
 * @param after last request of the page before, null on the first
 */
record Place(
        @Nullable String tab,
        @Nullable String type,
        @Nullable String q,
        @Nullable UUID after) {

    private static final int MAX_TEXT = 200;
    private static final int MAX_KEY = 40;

    Place {
        tab = kept(tab, MAX_KEY);
        type = kept(type, MAX_KEY);
        q = kept(q, MAX_TEXT);
    }

    private static @Nullable String kept(@Nullable String sent, int most) {
        if (sent == null || !CleanText.isWellFormed(sent)) {
            return null;
        }
        String clean = CleanText.clean(sent);
        return clean.isEmpty() ? null : clean.substring(0, clean.offsetByCodePoints(0, Math.min(most, length(clean))));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    Place under(String otherTab) {
        return new Place(otherTab, type, q, null);
    }

    Place behind(@Nullable UUID last) {
        return new Place(tab, type, q, last);
    }

    /** Whether only a part of the tab is asked for. */
    public boolean isFiltered() {
        return type != null || q != null;
    }

    /** What stands behind an address to keep the place; begins with a question mark, empty for the beginning. */
    public String query() {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        add(query, "tab", tab);
        add(query, "type", type);
        add(query, "q", q);
        add(query, "after", after);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, @Nullable Object value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
