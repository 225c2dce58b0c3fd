package org.mdmhub.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;

/**
 * What taking a merge back comes to.
 *
 * @param top number of the record that stands for the survivor now
 * @param composition without the merge
 * @param after by number what each record then holds: the one at the top, the survivor, those that come back
 * @param edits later edits, each with the record that it goes with
 * @param codes golden codes of the records by number
 */
public record UnmergePlan(
        MergeEntry entry,
        long top,
        Composition composition,
        Map<Long, FieldValues> after,
        List<LaterEdit> edits,
        Map<Long, String> codes) {

    static UnmergePlan of(
            MergeEntry entry,
            long top,
            Composition composition,
            List<? extends Field<?>> schema,
            List<Edit> since,
            Map<Long, String> codes,
            Map<String, String> owners) {
        Set<String> lists = MergePlan.lists(schema);
        Map<Long, Set<Long>> behind = behind(entry, composition);
        Map<Long, String> sides = new LinkedHashMap<>(codes);
        sides.keySet().retainAll(behind.keySet());
        composition.takeAway(entry.id());
        List<LaterEdit> edits = new ArrayList<>();
        for (Edit edit : together(since)) {
            behind.forEach((member, records) -> {
                if (records.contains(edit.owner())) {
                    edits.add(LaterEdit.of(edit, member, sides, owners));
                }
            });
        }
        edits.forEach(edit -> edit.moveIn(composition, lists.contains(edit.field())));
        Map<Long, FieldValues> after = new LinkedHashMap<>();
        List<Long> changing = new ArrayList<>(List.of(top, entry.survivor()));
        changing.addAll(entry.others());
        changing.forEach(record -> after.put(record, composition.shown(record, MergePlan.plain(schema), lists)));
        return new UnmergePlan(entry, top, composition, after, edits, codes);
    }

    /** Behind each side of the merge: the survivor without the others, and each of them. */
    private static Map<Long, Set<Long>> behind(MergeEntry entry, Composition composition) {
        Map<Long, Set<Long>> behind = new LinkedHashMap<>();
        Set<Long> survivors = composition.behind(entry.survivor());
        for (long other : entry.others()) {
            behind.put(other, composition.behind(other));
            survivors.removeAll(composition.behind(other));
        }
        behind.put(entry.survivor(), survivors);
        return behind;
    }

    /** Several edits of the same value count as one, from what it was first to what it is now. */
    private static List<Edit> together(List<Edit> since) {
        Map<String, Edit> together = new LinkedHashMap<>();
        for (Edit edit : since) {
            together.merge(
                    edit.owner() + "/" + edit.field() + "/" + edit.item(),
                    edit,
                    (first, last) ->
                            new Edit(first.owner(), first.field(), first.item(), first.before(), last.after()));
        }
        return together.values().stream()
                .filter(edit -> !Objects.equals(edit.before(), edit.after()))
                .toList();
    }
}
