package org.mdmhub.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.ListItems;

/**
 * What records that were merged consist of: each one's own values, as they would be had it never been merged, and a
 * {@link Layer} a merge. What a record shows follows from these alone, so that a merge is taken back exactly by taking its
 * layer away, in any order; a later edit goes to the record whose value it changed. Not safe for threads.
 */
final class Composition {

    /**
     * One merge that holds.
     *
     * @param others numbers of the records that were merged, in their order
     */
    record Merged(UUID id, long survivor, List<Long> others, Layer layer) {}

    /**
     * A shown value.
     *
     * @param owner number of the record whose own value it is, null where a merge brought it or nobody has one
     * @param typed the merge that brought it, null for an own one
     * @param known whether there is something to be shown, be it that it was cleared
     */
    record Shown(
            @Nullable Long owner,
            @Nullable Merged typed,
            @Nullable Object value,
            boolean known) {

        static final Shown NOTHING = new Shown(null, null, null, false);
    }

    /** A shown item of a list, under the id by which it is shown; {@code owner} null where the merge brought it. */
    record Part(@Nullable Long owner, String ownId, Map<String, Object> item) {

        String id() {
            return String.valueOf(item.get(ListItems.ID));
        }

        Part as(String shownId) {
            return shownId.equals(id()) ? this : new Part(owner, ownId, withId(item, shownId));
        }
    }

    private final Map<Long, Map<String, @Nullable Object>> own = new LinkedHashMap<>();
    private final List<Merged> merges = new ArrayList<>();

    /** Takes a record in with its own values; null is a value that was cleared. */
    void add(long record, Map<String, ? extends @Nullable Object> values) {
        own.put(record, new LinkedHashMap<>(values));
    }

    boolean holds(long record) {
        return own.containsKey(record);
    }

    /** Lays a merge over what its survivor shows; all its members were added. */
    void lay(Merged merge) {
        merges.add(merge);
    }

    void takeAway(UUID merge) {
        merges.removeIf(one -> one.id().equals(merge));
    }

    List<Merged> merges() {
        return merges;
    }

    Set<Long> records() {
        return own.keySet();
    }

    Map<String, @Nullable Object> own(long record) {
        return Objects.requireNonNull(own.get(record));
    }

    /** Whether it is a part of any merge that holds. */
    boolean isMerged(long record) {
        return merges.stream()
                .anyMatch(merge -> merge.survivor() == record || merge.others().contains(record));
    }

    /** The records that stand behind one: itself, those that were merged into it, and theirs. */
    Set<Long> behind(long record) {
        Set<Long> all = new LinkedHashSet<>();
        all.add(record);
        over(record).forEach(merge -> merge.others().forEach(other -> all.addAll(behind(other))));
        return all;
    }

    List<Merged> over(long record) {
        return merges.stream().filter(merge -> merge.survivor() == record).toList();
    }

    /** All that a record shows, by these keys of plain fields and of lists. */
    FieldValues shown(long record, Set<String> plain, Set<String> lists) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        plain.forEach(field -> shown.put(field, value(record, field).value()));
        for (String list : lists) {
            List<Map<String, Object>> items =
                    parts(record, list).stream().map(Part::item).toList();
            shown.put(list, items.isEmpty() ? null : items);
        }
        return FieldValues.of(shown);
    }

    Shown value(long record, String field) {
        List<Merged> over = over(record);
        for (int i = over.size() - 1; i >= 0; i--) {
            Shown laid = laid(over.get(i), field);
            if (laid.known()) {
                return laid;
            }
        }
        Shown self = ownValue(record, field);
        return self.known() ? self : anybodys(over, field);
    }

    private Shown laid(Merged merge, String field) {
        Layer layer = merge.layer();
        if (layer.values().containsKey(field)) {
            return new Shown(null, merge, layer.values().get(field), true);
        }
        Long from = layer.from().get(field);
        return from == null ? Shown.NOTHING : from == merge.survivor() ? ownValue(from, field) : value(from, field);
    }

    private Shown ownValue(long record, String field) {
        Map<String, @Nullable Object> values = own(record);
        return values.containsKey(field) ? new Shown(record, null, values.get(field), true) : Shown.NOTHING;
    }

    /** A value beats none, also where the one that was chosen has left with its record. */
    private Shown anybodys(List<Merged> over, String field) {
        return over.stream()
                .flatMap(merge -> merge.others().stream())
                .map(other -> value(other, field))
                .filter(shown -> shown.value() != null)
                .findFirst()
                .orElse(Shown.NOTHING);
    }

    List<Part> parts(long record, String list) {
        List<Part> parts = new ArrayList<>();
        Object items = own(record).get(list);
        if (items != null) {
            ListItems.cast(items)
                    .forEach(item -> parts.add(new Part(record, String.valueOf(item.get(ListItems.ID)), item)));
        }
        over(record).forEach(merge -> lay(merge, list, parts));
        return parts;
    }

    private void lay(Merged merge, String list, List<Part> parts) {
        Layer layer = merge.layer();
        parts.removeIf(part -> layer.leftOut(list, merge.survivor(), part.id()) != null);
        for (long other : merge.others()) {
            for (Part part : parts(other, list)) {
                String equal = layer.leftOut(list, other, part.id());
                if (equal == null || (!equal.isEmpty() && parts.stream().noneMatch(has(equal)))) {
                    parts.add(part.as(layer.shownId(list, other, part.id())));
                }
            }
        }
        layer.added().getOrDefault(list, List.of()).forEach(item -> parts.add(new Part(null, "", item)));
        List<String> order = layer.order().get(list);
        if (order != null) {
            parts.sort(Comparator.comparingInt(part -> place(order, part.id())));
        }
    }

    private static java.util.function.Predicate<Part> has(String id) {
        return part -> part.id().equals(id);
    }

    private static int place(List<String> order, String id) {
        int place = order.indexOf(id);
        return place < 0 ? order.size() : place;
    }

    static Map<String, Object> withId(Map<String, Object> item, String id) {
        Map<String, Object> renamed = new LinkedHashMap<>(item);
        renamed.put(ListItems.ID, id);
        return renamed;
    }
}
