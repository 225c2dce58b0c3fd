package org.mdmhub.merge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;

/** Finds, walking a history from the newest entry on, the entry that first gave each present value. */
final class Trace {

    private static final String BACK = "UNMERGE";

    private final FieldValues now;
    private final Set<String> open;
    private final Map<String, HistoryEntry> found = new LinkedHashMap<>();
    // an entry that only brought a value back: kept unless an older one is found that wrote it
    private final Map<String, HistoryEntry> back = new LinkedHashMap<>();

    Trace(FieldValues now) {
        this.now = now;
        this.open = new LinkedHashSet<>(now.keys());
    }

    boolean complete() {
        return open.isEmpty();
    }

    /** Looks at the next older entries. */
    void look(List<HistoryEntry> entries) {
        entries.forEach(entry -> entry.changes().forEach(change -> look(entry, change)));
    }

    private void look(HistoryEntry entry, FieldChange change) {
        String field = change.field();
        if (!open.contains(field) || !Objects.equals(change.after(), now.get(field))) {
            return;
        }
        if (BACK.equals(entry.kind())) {
            back.putIfAbsent(field, entry);
        } else {
            open.remove(field);
            found.put(field, entry);
        }
    }

    Map<String, HistoryEntry> entries() {
        Map<String, HistoryEntry> all = new LinkedHashMap<>(back);
        all.putAll(found);
        return all;
    }
}
