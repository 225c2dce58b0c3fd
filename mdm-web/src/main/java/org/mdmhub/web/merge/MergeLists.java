package org.mdmhub.web.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.merge.MergeItem;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.ListItems;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Shown;
import org.springframework.stereotype.Component;

/** The lists of a merge: what says the same is told once, what looks much the same stands together. */
@Component
class MergeLists {

    private final MasterTypes types;
    private final Labels labels;
    private final MergeWords words;

    MergeLists(MasterTypes types, Labels labels, MergeWords words) {
        this.types = types;
        this.labels = labels;
        this.words = words;
    }

    List<MergeView.Listed> of(MergePlan plan, Map<String, Mask> masks) {
        return types.fields(plan.type()).stream()
                .filter(field -> field.kind() == FieldKind.LIST)
                .map(field -> listed(field, plan, masks))
                .filter(list -> list.all() > 0 || !list.added().isEmpty())
                .toList();
    }

    private MergeView.Listed listed(Field<MasterRecord> field, MergePlan plan, Map<String, Mask> masks) {
        List<MergeItem> all = plan.items().stream()
                .filter(item -> item.field().equals(field.key()))
                .toList();
        List<MergeItem> own = all.stream().filter(item -> item.equal() == null).toList();
        Map<MergeItem, List<String>> alsoIn = alsoIn(all, own);
        List<List<MergeItem>> bunches = bunches(own);
        return new MergeView.Listed(
                field.key(),
                labels.field(plan.type(), field.key()),
                bunches.stream()
                        .map(bunch -> bunch.stream()
                                .map(item -> item(item, plan, masks, alsoIn.getOrDefault(item, List.of())))
                                .toList())
                        .toList(),
                own.stream().filter(MergeItem::shown).count(),
                own.size(),
                added(field, all, plan, masks));
    }

    private static Map<MergeItem, List<String>> alsoIn(List<MergeItem> all, List<MergeItem> own) {
        Map<MergeItem, List<String>> alsoIn = new LinkedHashMap<>();
        for (MergeItem item : all) {
            String equal = item.equal();
            if (equal != null) {
                own.stream()
                        .filter(one -> one.shown()
                                && (one.id().equals(equal) || plain(one).equals(plain(item))))
                        .findFirst()
                        .ifPresent(one -> alsoIn.computeIfAbsent(one, key -> new ArrayList<>())
                                .add(item.code()));
            }
        }
        return alsoIn;
    }

    private static Map<String, Object> plain(MergeItem item) {
        Map<String, Object> plain = new LinkedHashMap<>(item.values());
        plain.remove(ListItems.ID);
        return plain;
    }

    private static List<List<MergeItem>> bunches(List<MergeItem> own) {
        List<List<MergeItem>> bunches = new ArrayList<>();
        for (MergeItem item : own) {
            List<MergeItem> likest = item.near()
                    ? bunches.stream()
                            .max(Comparator.comparingLong(bunch -> likeness(bunch, item)))
                            .filter(bunch -> likeness(bunch, item) > 0)
                            .orElse(null)
                    : null;
            if (likest == null) {
                bunches.add(new ArrayList<>(List.of(item)));
            } else {
                likest.add(item);
            }
        }
        return bunches;
    }

    private static long likeness(List<MergeItem> bunch, MergeItem item) {
        // what one record holds twice is no matter of the merge
        return bunch.stream()
                .filter(other -> !other.code().equals(item.code()))
                .mapToLong(other -> plain(other).entrySet().stream()
                        .filter(part ->
                                Objects.equals(part.getValue(), item.values().get(part.getKey())))
                        .count())
                .max()
                .orElse(0);
    }

    private MergeView.Item item(MergeItem item, MergePlan plan, Map<String, Mask> masks, List<String> alsoIn) {
        String value = MergeChoice.item(item.field(), item.code(), item.id());
        return new MergeView.Item(
                value,
                item.code(),
                words.shown(plan.type(), item.field(), List.of(item.values()), masks.get(item.code())),
                item.shown(),
                !item.shown() && !plan.choice().without().contains(value),
                alsoIn.stream().distinct().toList());
    }

    /** Such as the view by which an owner goes on seeing what became of his record. */
    private List<String> added(
            Field<MasterRecord> field, List<MergeItem> all, MergePlan plan, Map<String, Mask> masks) {
        Set<String> known = all.stream().map(MergeItem::id).collect(Collectors.toSet());
        Set<Map<String, Object>> said =
                all.stream().map(MergeLists::plain).collect(Collectors.toCollection(LinkedHashSet::new));
        return plan.after().list(field.key()).stream()
                .filter(item -> !known.contains(String.valueOf(item.get(ListItems.ID))))
                .filter(item -> {
                    Map<String, Object> plain = new LinkedHashMap<>(item);
                    plain.remove(ListItems.ID);
                    return !said.contains(plain);
                })
                .map(item -> words.shown(
                        plan.type(),
                        field.key(),
                        List.of(item),
                        masks.get(plan.survivor().code())))
                .map(MergeLists::line)
                .toList();
    }

    private static String line(Shown shown) {
        return shown.items().stream()
                .flatMap(List::stream)
                .map(pair -> pair.label() + " " + pair.text())
                .collect(Collectors.joining(" · "));
    }

    /** Items to leave out so that only those of one record are left; what others say too counts as its own. */
    Set<String> allBut(String code, MergePlan plan) {
        return plan.items().stream()
                .filter(item -> item.equal() == null && !item.code().equals(code))
                .filter(item -> plan.items().stream()
                        .noneMatch(other -> other.code().equals(code)
                                && other.field().equals(item.field())
                                && item.id().equals(other.equal())))
                .map(item -> MergeChoice.item(item.field(), item.code(), item.id()))
                .collect(Collectors.toSet());
    }
}
