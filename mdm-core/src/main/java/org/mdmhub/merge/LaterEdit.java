package org.mdmhub.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.ListItems;

/**
 * An edit of a survivor since a merge, when that is taken back.
 *
 * @param key by which it is named: the field, of a list's item {@code field/itemId}
 * @param before what the value was at the merge, null for none
 * @param after what it is now, null for none
 * @param proposed code of the record whose value it changed
 * @param owner code of the record that gets it; the proposed one unless somebody says otherwise
 */
public record LaterEdit(
        String key,
        String field,
        String item,
        @Nullable Object before,
        @Nullable Object after,
        String proposed,
        String owner,
        long holder,
        long member,
        long goesTo) {

    static LaterEdit of(Edit edit, long member, Map<Long, String> codes, Map<String, String> owners) {
        String key = edit.item().isEmpty() ? edit.field() : edit.field() + "/" + edit.item();
        String proposed = Objects.requireNonNull(codes.get(member));
        String owner = owners.getOrDefault(key, proposed);
        long goesTo = codes.entrySet().stream()
                .filter(entry -> entry.getValue().equals(owner))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(member);
        return new LaterEdit(
                key,
                edit.field(),
                edit.item(),
                edit.before(),
                edit.after(),
                proposed,
                owner,
                edit.owner(),
                member,
                goesTo);
    }

    /** Moves it where it was said to go otherwise than proposed; the merge is taken away already. */
    void moveIn(Composition composition, boolean list) {
        if (goesTo == member) {
            return;
        }
        if (list) {
            moveItem(composition);
            return;
        }
        Object now = composition.own(holder).get(field);
        put(composition.own(holder), before);
        Long shown = composition.value(goesTo, field).owner();
        composition.own(shown == null ? goesTo : shown).put(field, now);
    }

    private void put(Map<String, @Nullable Object> own, @Nullable Object value) {
        if (value == null) {
            own.remove(field);
        } else {
            own.put(field, value);
        }
    }

    private void moveItem(Composition composition) {
        List<Map<String, Object>> from = items(composition, holder);
        Map<String, Object> now = ListItems.byId(from).get(item);
        from.removeIf(one -> item.equals(one.get(ListItems.ID)));
        if (before != null) {
            from.add(ListItems.cast(List.of(before)).get(0));
        }
        List<Map<String, Object>> to = items(composition, goesTo);
        to.removeIf(one -> item.equals(one.get(ListItems.ID)));
        if (now != null) {
            to.add(now);
        }
        put(composition.own(holder), from.isEmpty() ? null : from);
        put(composition.own(goesTo), to.isEmpty() ? null : to);
    }

    private List<Map<String, Object>> items(Composition composition, long record) {
        Object items = composition.own(record).get(field);
        return items == null ? new ArrayList<>() : new ArrayList<>(ListItems.cast(items));
    }
}
