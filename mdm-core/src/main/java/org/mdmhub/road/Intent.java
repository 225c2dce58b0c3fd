package org.mdmhub.road;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.ListItems;
import org.mdmhub.request.ChangeKind;

/**
 * What a request means for the record as it is now: each kind of change as changed fields. A block or a view is added to
 * whatever the list holds by then, so that it never overwrites what came in between.
 *
 * @param fields field key to raw value, null clears
 * @param retire whether the record is retired by it
 * @param there where the gate finds in the record what was asked for; null where nothing was written
 * @param here where it stands in the request
 */
record Intent(
        Map<String, @Nullable Object> fields,
        boolean retire,
        @Nullable String there,
        String here) {

    static Intent of(
            ChangeKind kind,
            Map<String, @Nullable Object> asked,
            @Nullable Map<String, Object> block,
            FieldValues now,
            String unit,
            String itemId) {
        return switch (kind) {
            case CREATE, UPDATE, RENAME, RESTORE -> new Intent(asked, false, "/fields", "/fields");
            case EXTEND -> extend(asked, now, unit, itemId);
            case BLOCK -> block(Objects.requireNonNullElse(block, Map.of()), now, itemId);
            case UNBLOCK -> unblock(Objects.requireNonNullElse(block, Map.of()), now);
            case RETIRE -> new Intent(Map.of(), true, null, "");
            case MERGE, UNMERGE -> throw new IllegalArgumentException(kind + " is about several records");
        };
    }

    private static Intent extend(Map<String, @Nullable Object> asked, FieldValues now, String unit, String itemId) {
        List<Map<String, Object>> views = now.list(CommonFields.VIEWS);
        if (views.stream().anyMatch(view -> unit.equals(view.get("orgUnit")))) {
            return new Intent(Map.of(), false, null, "");
        }
        Map<String, @Nullable Object> view = new LinkedHashMap<>(asked);
        view.put(ListItems.ID, itemId);
        view.put("orgUnit", unit);
        return added(CommonFields.VIEWS, views, view, "/fields");
    }

    private static Intent block(Map<String, Object> block, FieldValues now, String itemId) {
        List<Map<String, Object>> blocks = now.list(CommonFields.BLOCKS);
        // one that ends does not stand for one that lasts
        if (blocks.stream()
                .anyMatch(item -> sameBlock(item, block)
                        && (item.get("until") == null || Objects.equals(item.get("until"), block.get("until"))))) {
            return new Intent(Map.of(), false, null, "");
        }
        Map<String, @Nullable Object> item = new LinkedHashMap<>(block);
        item.put(ListItems.ID, itemId);
        item.put("scope", scope(block));
        return added(CommonFields.BLOCKS, blocks, item, "/block");
    }

    /** A block of scope ALL without an organisation stands for all blocks when it is taken away. */
    private static Intent unblock(Map<String, Object> block, FieldValues now) {
        boolean every = scope(block).equals("ALL") && block.get("orgUnit") == null;
        List<Map<String, Object>> blocks = now.list(CommonFields.BLOCKS);
        List<Map<String, Object>> left = blocks.stream()
                .filter(item -> !every && !sameBlock(item, block))
                .toList();
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        if (left.size() < blocks.size()) {
            changed.put(CommonFields.BLOCKS, left.isEmpty() ? null : left);
        }
        return new Intent(changed, false, null, "");
    }

    private static Intent added(
            String list, List<Map<String, Object>> present, Map<String, @Nullable Object> item, String place) {
        List<Map<String, ? extends @Nullable Object>> items = new ArrayList<>(present);
        items.add(item);
        return new Intent(Map.of(list, items), false, "/fields/" + list + "/" + present.size(), place);
    }

    private static boolean sameBlock(Map<String, Object> item, Map<String, Object> block) {
        return scope(item).equals(scope(block)) && Objects.equals(item.get("orgUnit"), block.get("orgUnit"));
    }

    private static String scope(Map<String, Object> block) {
        return String.valueOf(block.getOrDefault("scope", "ALL"));
    }

    /**
     * A finding as the request's author reads it; none where it is about something else in the record, which neither
     * stops a block, a view or a retirement nor is his business.
     */
    Stream<Finding> placed(Finding finding) {
        if (there == null || !finding.pointer().startsWith(there)) {
            return Stream.empty();
        }
        return Stream.of(new Finding(
                here + finding.pointer().substring(there.length()),
                finding.severity(),
                finding.code(),
                finding.args(),
                finding.suggestion()));
    }
}
