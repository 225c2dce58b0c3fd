package org.mdmhub.web.duplicate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.duplicate.DuplicateQueue.Order;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.quality.CleanText;

/**
 * Where in the queue somebody is; all of it stands in the address.
 *
 * @param type kind of master, null for all
 * @param outcome of the match, null for all
 * @param unit code of an organisation that owns one of the two, null for all
 * @param least match score in percent at least, null for all
 * @param q part of what one of the two is found by, null for all
 * @param by what comes first, null for the surest
 * @param after last pair of the page before, null on the first
 */
public record QueuePlace(
        @Nullable String type,
        @Nullable String outcome,
        @Nullable String unit,
        @Nullable Integer least,
        @Nullable String q,
        @Nullable String by,
        @Nullable UUID after) {

    private static final int MAX_TEXT = 200;
    private static final int HUNDRED = 100;

    public QueuePlace {
        type = kept(type);
        String wanted = kept(outcome);
        outcome = Stream.of(MatchOutcome.MATCH, MatchOutcome.POSSIBLE)
                .map(Enum::name)
                .filter(name -> name.equals(wanted))
                .findFirst()
                .orElse(null);
        unit = kept(unit);
        least = least == null || least < 1 || least > HUNDRED ? null : least;
        q = kept(q);
        by = Order.VALUE.name().equalsIgnoreCase(by) ? Order.VALUE.name().toLowerCase(Locale.ROOT) : null;
    }

    private static @Nullable String kept(@Nullable String sent) {
        if (sent == null || !CleanText.isWellFormed(sent)) {
            return null;
        }
        String clean = CleanText.clean(sent);
        int length = clean.codePointCount(0, clean.length());
        return clean.isEmpty() ? null : clean.substring(0, clean.offsetByCodePoints(0, Math.min(MAX_TEXT, length)));
    }

    /** All of one kind of master that are found by a text, behind a pair; null parts do not matter. */
    public static QueuePlace of(@Nullable String type, @Nullable String q, @Nullable UUID after) {
        return new QueuePlace(type, null, null, null, q, null, after);
    }

    QueuePlace behind(@Nullable UUID last) {
        return new QueuePlace(type, outcome, unit, least, q, by, last);
    }

    Order order() {
        return by == null ? Order.SCORE : Order.VALUE;
    }

    @Nullable
    MatchOutcome match() {
        return outcome == null ? null : MatchOutcome.valueOf(outcome);
    }

    double leastScore() {
        return least == null ? 0 : (double) least / HUNDRED;
    }

    /** Whether only a part of the queue is asked for. */
    public boolean isFiltered() {
        return Stream.of(type, outcome, unit, least, q).anyMatch(part -> part != null);
    }

    /** What stands behind an address to keep the place; begins with a question mark, empty for the beginning. */
    public String query() {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("type", type);
        parts.put("outcome", outcome);
        parts.put("unit", unit);
        parts.put("least", least);
        parts.put("q", q);
        parts.put("by", by);
        parts.put("after", after);
        String query = parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part -> part.getKey() + "="
                        + URLEncoder.encode(String.valueOf(part.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
