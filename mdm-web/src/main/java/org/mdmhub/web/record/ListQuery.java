package org.mdmhub.web.record;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.RecordList.Order;
import org.mdmhub.record.RecordList.Position;
import org.mdmhub.record.RecordStatus;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a list's address asks for; the whole state of a list stands in it.
 *
 * @param unit code of an organisation, empty for all
 * @param fields values of fields that narrow the list
 * @param size rows of a page
 * @param after where the page before ended; null at the beginning
 */
record ListQuery(
        String q,
        @Nullable RecordStatus status,
        String unit,
        @Nullable LocalDate since,
        Map<String, String> fields,
        Order order,
        int size,
        @Nullable Position after) {

    static final Set<Integer> SIZES = Set.of(20, 50, 100);
    static final String FIELD = "f.";
    private static final int USUAL = 50;
    private static final int LONGEST = 200;

    /** Reads an address; what is not understood is refused, for a list that is wider than asked for deceives. */
    static ListQuery of(Map<String, String> params) {
        try {
            Map<String, String> fields = new TreeMap<>();
            params.forEach((name, value) -> {
                if (name.startsWith(FIELD) && !value.isBlank()) {
                    fields.put(name.substring(FIELD.length()), clean(value));
                }
            });
            String status = clean(params.get("status"));
            String since = clean(params.get("since"));
            Order order = order(clean(params.get("sort")));
            int size = size(clean(params.get("size")));
            String after = clean(params.get("after"));
            return new ListQuery(
                    clean(params.get("q")),
                    status.isEmpty() ? null : RecordStatus.valueOf(status),
                    clean(params.get("unit")),
                    since.isEmpty() ? null : LocalDate.parse(since),
                    fields,
                    order,
                    size,
                    after.isEmpty() ? null : position(order, after));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the address of the list is malformed", e);
        }
    }

    private static Order order(String sort) {
        return switch (sort) {
            case "", "newest" -> Order.NEWEST;
            case "code" -> Order.CODE;
            default -> throw new IllegalArgumentException(sort);
        };
    }

    private static int size(String text) {
        int size = text.isEmpty() ? USUAL : Integer.parseInt(text);
        if (!SIZES.contains(size)) {
            throw new IllegalArgumentException(text);
        }
        return size;
    }

    private static String clean(@Nullable String text) {
        String kept = text == null ? "" : text.replace("\0", "").strip();
        // half of a pair of surrogates is no character
        String whole = new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    }

    private static Position position(Order order, String text) {
        if (order == Order.CODE) {
            return new Position(0, Instant.EPOCH, text);
        }
        int cut = text.indexOf('_');
        return new Position(Long.parseLong(text.substring(cut + 1)), Instant.parse(text.substring(0, cut)), "");
    }

    private static String text(Order order, Position position) {
        return order == Order.CODE ? position.code() : position.updatedAt() + "_" + position.id();
    }

    /** What is filled in, name to value, in a fixed order; what is as usual is left out. */
    Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("q", q);
        params.put("status", status == null ? "" : status.name());
        params.put("unit", unit);
        params.put("since", since == null ? "" : since.toString());
        fields.forEach((key, value) -> params.put(FIELD + key, value));
        params.put("sort", sort().equals("newest") ? "" : sort());
        params.put("size", size == USUAL ? "" : String.valueOf(size));
        params.values().removeIf(String::isEmpty);
        return params;
    }

    /** The same as it stands in an address, without the place of the page; empty for the whole list. */
    String text() {
        return params().entrySet().stream()
                .map(param -> param.getKey() + "=" + URLEncoder.encode(param.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The page behind this place. */
    String textAfter(Position position) {
        String text = text();
        return (text.isEmpty() ? "" : text + "&") + "after="
                + URLEncoder.encode(text(order, position), StandardCharsets.UTF_8);
    }

    ListQuery sorted(Order by) {
        return new ListQuery(q, status, unit, since, fields, by, size, null);
    }

    String sort() {
        return order == Order.CODE ? "code" : "newest";
    }

    /** Whether more is asked for than the words, the state and the organisation. */
    boolean narrowed() {
        return since != null || !fields.isEmpty() || order != Order.NEWEST || size != USUAL;
    }
}
