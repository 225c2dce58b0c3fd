package org.mdmhub.merge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;

/** Finds the history entries that gave a record its values; of a value that a merge brought, in its member's history. */
@Component
class Tracing {

    /** Below which everything lies that has happened. */
    static final long NOW = Long.MAX_VALUE;

    private static final String MERGE = "MERGE";
    /** Entries of a record that are looked through, first and at most. */
    private static final int FIRST = 20;

    private static final int MOST = 100;
    /** So many merges lie one behind the other at most. */
    private static final int DEPTH = 10;

    private final History history;
    private final JournalReader journal;

    Tracing(History history, JournalReader journal) {
        this.history = history;
        this.journal = journal;
    }

    /** By field, in the record's own history; entries of merges where they brought a value. */
    Map<String, HistoryEntry> own(String type, long record, FieldValues values, long below) {
        Trace trace = new Trace(values);
        long before = below;
        int seen = 0;
        while (!trace.complete() && seen < MOST) {
            int limit = seen == 0 ? FIRST : MOST - seen;
            List<HistoryEntry> part = history.of(type, record, before, limit);
            trace.look(part);
            seen += part.size();
            if (part.size() < limit) {
                break;
            }
            before = part.get(part.size() - 1).revision();
        }
        return trace.entries();
    }

    /** By field, through all merges to where each value was written, as far as the scope lets one look. */
    Map<String, HistoryEntry> through(String type, long record, FieldValues values, long below) {
        return through(type, record, values, below, DEPTH);
    }

    private Map<String, HistoryEntry> through(String type, long record, FieldValues values, long below, int deep) {
        Map<String, HistoryEntry> entries = own(type, record, values, below);
        Map<UUID, Map<String, Object>> brought = new LinkedHashMap<>();
        Map<UUID, Long> revisions = new LinkedHashMap<>();
        entries.forEach((field, entry) -> {
            UUID merge = merge(entry);
            Object value = values.get(field);
            if (merge != null && value != null && deep > 0) {
                brought.computeIfAbsent(merge, key -> new LinkedHashMap<>()).put(field, value);
                revisions.put(merge, entry.revision());
            }
        });
        brought.forEach((merge, fields) -> byMember(merge, record, fields)
                .forEach((member, theirs) -> entries.putAll(
                        through(type, member, FieldValues.of(theirs), revisions.getOrDefault(merge, 0L), deep - 1))));
        return entries;
    }

    private static @Nullable UUID merge(HistoryEntry entry) {
        return MERGE.equals(entry.kind()) ? Optional.ofNullable(entry.mergeId()).orElse(entry.requestId()) : null;
    }

    /** Values that a merge brought, by the number of the member that they came from. */
    private Map<Long, Map<String, Object>> byMember(UUID merge, long survivor, Map<String, Object> fields) {
        Map<Long, Map<String, Object>> members = new LinkedHashMap<>();
        JournalReader.Decided decided = journal.find(merge).orElse(null);
        if (decided == null) {
            return members;
        }
        Map<String, Long> numbers = new LinkedHashMap<>();
        journal.members(List.of(merge))
                .getOrDefault(merge, List.of())
                .forEach(one -> numbers.put(one.code(), one.record()));
        fields.forEach((field, value) -> {
            JournalReader.Choice choice = decided.choices().get(field);
            Long member = choice == null || choice.from() == null ? null : numbers.get(choice.from());
            if (member != null && member != survivor) {
                members.computeIfAbsent(member, key -> new LinkedHashMap<>()).put(field, value);
            }
        });
        return members;
    }
}
