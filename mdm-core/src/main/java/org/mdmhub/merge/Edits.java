package org.mdmhub.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.Composition.Merged;
import org.mdmhub.merge.Composition.Part;
import org.mdmhub.merge.Composition.Shown;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.ListItems;

/**
 * Gives what was edited in a survivor to the records whose values it changed: an edit stays with the survivor unless its
 * old value came from another record.
 */
final class Edits {

    private final Composition composition;
    private final long record;
    private final List<Edit> edits = new ArrayList<>();

    private Edits(Composition composition, long record) {
        this.composition = composition;
        this.record = record;
    }

    /** Takes an edit into the composition, which then shows {@code after}. */
    static List<Edit> take(
            Composition composition, long record, FieldValues before, FieldValues after, Set<String> lists) {
        Edits edits = new Edits(composition, record);
        for (FieldChange change : after.changesFrom(before)) {
            if (lists.contains(change.field())) {
                edits.list(change.field(), after.list(change.field()));
            } else {
                edits.plain(change.field(), change.after());
            }
        }
        return edits.edits;
    }

    private void plain(String field, @Nullable Object after) {
        Shown shown = composition.value(record, field);
        Merged typed = shown.typed();
        Long shownOwner = shown.value() == null ? null : shown.owner();
        long owner =
                shownOwner != null ? shownOwner : typed != null && shown.value() != null ? typed.survivor() : record;
        edits.add(new Edit(owner, field, "", composition.own(owner).get(field), after));
        composition.own(owner).put(field, after);
        if (shownOwner == null) {
            showOwn(owner, field);
        }
        if (!Objects.equals(composition.value(record, field).value(), after)) {
            // another record's value would stand in for the one that was cleared
            top().layer().values().put(field, after);
        }
    }

    /** What nobody's value was before is the survivor's own, whatever the merges over it chose. */
    private void showOwn(long owner, String field) {
        for (Merged merge : composition.over(owner)) {
            Layer layer = merge.layer();
            if (layer.values().containsKey(field) || layer.from().containsKey(field)) {
                layer.values().remove(field);
                layer.from().put(field, owner);
            }
        }
    }

    private Merged top() {
        List<Merged> over = composition.over(record);
        return over.get(over.size() - 1);
    }

    private void list(String list, List<Map<String, Object>> after) {
        Map<String, Part> before = new LinkedHashMap<>();
        composition.parts(record, list).forEach(part -> before.put(part.id(), part));
        Map<String, Map<String, Object>> now = ListItems.byId(after);
        before.forEach((id, part) -> {
            if (!now.containsKey(id)) {
                forget(list, part);
            }
        });
        now.forEach((id, item) -> {
            Part part = before.get(id);
            if (part == null) {
                showAgain(list, id);
                put(record, list, id, item);
            } else if (!part.item().equals(item)) {
                change(list, part, item);
            }
        });
        arrange(list, before, List.copyOf(now.keySet()));
    }

    /** An item of its own that a merge left out is wanted again. */
    private void showAgain(String list, String id) {
        composition
                .over(record)
                .forEach(merge -> merge.layer()
                        .out()
                        .getOrDefault(list, new LinkedHashMap<>())
                        .remove(Layer.item(record, id)));
    }

    private void change(String list, Part part, Map<String, Object> item) {
        Long owner = part.owner();
        if (owner == null) {
            put(dropAdded(list, part.id()), list, part.id(), item);
        } else {
            put(owner, list, part.ownId(), item);
        }
    }

    private void put(long owner, String list, String id, Map<String, Object> item) {
        List<Map<String, Object>> items = items(owner, list);
        Map<String, Object> held = Composition.withId(item, id);
        int place = place(items, id);
        edits.add(new Edit(owner, list, id, place < 0 ? null : items.get(place), held));
        if (place < 0) {
            items.add(held);
        } else {
            items.set(place, held);
        }
        keep(owner, list, items);
    }

    private void forget(String list, Part part) {
        Long owner = part.owner();
        if (owner == null) {
            dropAdded(list, part.id());
            return;
        }
        hideEquals(list, part);
        List<Map<String, Object>> items = items(owner, list);
        int place = place(items, part.ownId());
        edits.add(new Edit(owner, list, part.ownId(), items.get(place), null));
        items.remove(place);
        keep(owner, list, items);
    }

    /** An item that says the same as one that goes must not take its place. */
    private void hideEquals(String list, Part gone) {
        for (Merged merge : composition.merges()) {
            Map<String, String> out = merge.layer().out().getOrDefault(list, new LinkedHashMap<>());
            Set<String> same = composition.parts(merge.survivor(), list).stream()
                    .filter(part -> Objects.equals(part.owner(), gone.owner())
                            && part.ownId().equals(gone.ownId()))
                    .map(Part::id)
                    .collect(Collectors.toSet());
            out.replaceAll((item, equal) -> same.contains(equal) ? "" : equal);
        }
    }

    /** Takes away what a merge itself brought; the record whose it is from then on. */
    private long dropAdded(String list, String id) {
        for (Merged merge : composition.merges()) {
            boolean dropped = merge.layer()
                    .added()
                    .getOrDefault(list, new ArrayList<>())
                    .removeIf(item -> id.equals(item.get(ListItems.ID)));
            if (dropped) {
                return merge.survivor();
            }
        }
        return record;
    }

    /** In the order in which they stand now, each owner's own ones too. */
    private void arrange(String list, Map<String, Part> before, List<String> order) {
        Map<Long, List<String>> orders = new LinkedHashMap<>();
        Map<String, Part> parts = new LinkedHashMap<>(before);
        composition.parts(record, list).forEach(part -> parts.put(part.id(), part));
        for (String id : order) {
            Part part = parts.get(id);
            Long owner = part == null ? null : part.owner();
            if (part != null && owner != null) {
                orders.computeIfAbsent(owner, key -> new ArrayList<>()).add(part.ownId());
            }
        }
        orders.forEach((owner, ids) -> keep(owner, list, sorted(items(owner, list), ids)));
        List<String> shown =
                composition.parts(record, list).stream().map(Part::id).toList();
        if (!shown.equals(order)) {
            top().layer().order().put(list, order);
        }
    }

    /** Those that are named change places among themselves; the others stay where they are. */
    private static List<Map<String, Object>> sorted(List<Map<String, Object>> items, List<String> order) {
        Map<String, Map<String, Object>> byId = ListItems.byId(items);
        List<String> named = order.stream().filter(byId::containsKey).toList();
        List<Map<String, Object>> sorted = new ArrayList<>();
        int next = 0;
        for (Map<String, Object> item : items) {
            boolean moves = named.contains(String.valueOf(item.get(ListItems.ID)));
            sorted.add(moves ? byId.get(named.get(next++)) : item);
        }
        return sorted;
    }

    private List<Map<String, Object>> items(long owner, String list) {
        Object items = composition.own(owner).get(list);
        return items == null ? new ArrayList<>() : new ArrayList<>(ListItems.cast(items));
    }

    private void keep(long owner, String list, List<Map<String, Object>> items) {
        if (items.isEmpty()) {
            composition.own(owner).remove(list);
        } else {
            composition.own(owner).put(list, items);
        }
    }

    private static int place(List<Map<String, Object>> items, String id) {
        for (int i = 0; i < items.size(); i++) {
            if (id.equals(items.get(i).get(ListItems.ID))) {
                return i;
            }
        }
        return -1;
    }
}
