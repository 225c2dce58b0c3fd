package org.mdmhub.web.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.CleanText;
import org.mdmhub.request.ChangeKind;

/**
 * Where in the inbox somebody is. All of it stands in the address, so that it is kept, shared and gone back to.
 *
 * @param tab key of the tab, null for the reader's first
 * @param type kind of master, null for all
 * @param kind of change, null for all
 * @param unit code of the owning organisation, null for all
 * @param who login of who asked, null for all
 * @param group account group of a customer, null for all
 * @param days only what was opened so many days ago or longer, null for all
 * @param late {@code true} for only what is late
 * @param alike {@code true} for only what may be there already
 * @param snoozed {@code true} for only what the reader has put off
 * @param q part of a number or name, null for all
 * @param after last request of the page before, null on the first
 */
record Place(
        @Nullable String tab,
        @Nullable String type,
        @Nullable String kind,
        @Nullable String unit,
        @Nullable String who,
        @Nullable String group,
        @Nullable Integer days,
        @Nullable String late,
        @Nullable String alike,
        @Nullable String snoozed,
        @Nullable String q,
        @Nullable UUID after) {

    private static final int MAX_TEXT = 200;
    private static final int MAX_KEY = 100;
    private static final int MAX_DAYS = 365;
    private static final String TRUE = "true";

    /** The beginning of the reader's first tab. */
    static final Place FIRST = new Place(null, null, null, null, null, null, null, null, null, null, null, null);

    Place {
        tab = kept(tab, MAX_KEY);
        type = kept(type, MAX_KEY);
        String wanted = kept(kind, MAX_KEY);
        kind = Stream.of(ChangeKind.values())
                .map(Enum::name)
                .filter(name -> name.equals(wanted))
                .findFirst()
                .orElse(null);
        unit = kept(unit, MAX_KEY);
        who = kept(who, MAX_KEY);
        group = kept(group, MAX_KEY);
        days = days == null || days < 1 || days > MAX_DAYS ? null : days;
        late = TRUE.equals(late) ? TRUE : null;
        alike = TRUE.equals(alike) ? TRUE : null;
        snoozed = TRUE.equals(snoozed) ? TRUE : null;
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
        return new Place(otherTab, type, kind, unit, who, group, days, late, alike, snoozed, q, null);
    }

    Place behind(@Nullable UUID last) {
        return new Place(tab, type, kind, unit, who, group, days, late, alike, snoozed, q, last);
    }

    /** Whether only a part of the tab is asked for. */
    public boolean isFiltered() {
        return type != null || q != null || isNarrowed();
    }

    /** Whether it is narrowed by more than is seen at once. */
    public boolean isNarrowed() {
        return Stream.of(kind, unit, who, group, days, late, alike, snoozed).anyMatch(part -> part != null);
    }

    /** What stands behind an address to keep the place; begins with a question mark, empty for the beginning. */
    public String query() {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("tab", tab);
        parts.put("type", type);
        parts.put("kind", kind);
        parts.put("unit", unit);
        parts.put("who", who);
        parts.put("group", group);
        parts.put("days", days);
        parts.put("late", late);
        parts.put("alike", alike);
        parts.put("snoozed", snoozed);
        parts.put("q", q);
        parts.put("after", after);
        String query = parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part -> part.getKey() + "="
                        + URLEncoder.encode(String.valueOf(part.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** The same without the page, as a filter is kept. */
    public String filter() {
        String query = behind(null).query();
        return query.isEmpty() ? "" : query.substring(1);
    }
}
