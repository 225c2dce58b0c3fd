package org.mdmhub.merge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.ListItems;
import org.mdmhub.record.SearchTerms;

/** Unites one list of the records that are merged, item by item, and notes in the layer which items are not shown. */
final class ListUnion {

    private final Field<?> list;
    private final List<Member> members;
    private final MergeChoice choice;
    private final Layer layer;
    private final List<MergeItem> items = new ArrayList<>();
    private final Map<String, Map<String, Object>> shown = new LinkedHashMap<>();

    ListUnion(Field<?> list, List<Member> members, MergeChoice choice, Layer layer) {
        this.list = list;
        this.members = members;
        this.choice = choice;
        this.layer = layer;
    }

    /** All items of all members, those of the survivor first. */
    List<MergeItem> unite() {
        for (Member member : members) {
            for (Map<String, Object> item : member.values().list(list.key())) {
                take(member, item);
            }
        }
        return items;
    }

    private void take(Member member, Map<String, Object> item) {
        String id = String.valueOf(item.get(ListItems.ID));
        boolean first = member.id() == members.get(0).id();
        if (isLeftOut(member, item, id)) {
            leaveOut(member, item, id, "");
            return;
        }
        String equal = first ? null : saysTheSame(item);
        if (equal != null) {
            leaveOut(member, item, id, equal);
            return;
        }
        String as = shown.containsKey(id) ? newId(member, id) : id;
        if (!as.equals(id)) {
            layer.rename(list.key(), member.id(), id, as);
        }
        items.add(new MergeItem(list.key(), member.code(), id, item, true, null, near(item)));
        shown.put(as, item);
    }

    private void leaveOut(Member member, Map<String, Object> item, String id, String equal) {
        layer.leaveOut(list.key(), member.id(), id, equal);
        items.add(new MergeItem(list.key(), member.code(), id, item, false, equal.isEmpty() ? null : equal, false));
    }

    private boolean isLeftOut(Member member, Map<String, Object> item, String id) {
        String picked = choice.picks().get(list.key());
        return choice.without().contains(MergeChoice.item(list.key(), member.code(), id))
                || (picked != null && !picked.equals(member.code()))
                || namesMember(item);
    }

    /** No record is related to itself. */
    private boolean namesMember(Map<String, Object> item) {
        return list.items().stream()
                .filter(part -> part.kind() == FieldKind.MASTER)
                .anyMatch(part ->
                        members.stream().anyMatch(member -> member.code().equals(item.get(part.key()))));
    }

    /** Id of a shown item that says all that this one does; an organisation has one view. */
    private @Nullable String saysTheSame(Map<String, Object> item) {
        for (Map.Entry<String, Map<String, Object>> other : shown.entrySet()) {
            boolean sameView = list.key().equals(CommonFields.VIEWS)
                    && Objects.equals(other.getValue().get("orgUnit"), item.get("orgUnit"));
            if (sameView || covers(other.getValue(), item)) {
                return other.getKey();
            }
        }
        return null;
    }

    private static boolean covers(Map<String, Object> all, Map<String, Object> part) {
        return part.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(ListItems.ID))
                .allMatch(entry -> folded(entry.getValue()).equals(folded(all.get(entry.getKey()))));
    }

    private static Object folded(@Nullable Object value) {
        return value instanceof String text ? SearchTerms.fold(text) : Objects.requireNonNullElse(value, "");
    }

    /** Whether a shown item says something of the same: worth a look. */
    private boolean near(Map<String, Object> item) {
        return shown.values().stream().anyMatch(other -> alike(other, item));
    }

    /** More than half of what both say is the same. */
    private static boolean alike(Map<String, Object> one, Map<String, Object> other) {
        Set<String> both = new LinkedHashSet<>(one.keySet());
        both.retainAll(other.keySet());
        both.remove(ListItems.ID);
        long same = both.stream()
                .filter(key -> folded(one.get(key)).equals(folded(other.get(key))))
                .count();
        return same > 0 && same * 2 > both.size();
    }

    /** The same at every planning, so that the preview is what happens. */
    private static String newId(Member member, String id) {
        return UUID.nameUUIDFromBytes((member.code() + "/" + id).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
