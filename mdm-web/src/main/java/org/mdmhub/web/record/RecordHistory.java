package org.mdmhub.web.record;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.merge.MergedRecords;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.layout.Values;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** What happened to a master, day by day, newest first. The caller reads in its reader's scope. */
@Component
class RecordHistory {

    private static final int ENTRIES = 20;
    private static final int TIME = 11;
    private static final String MERGE = "MERGE";

    private final History history;
    private final Accounts accounts;
    private final Masking masking;
    private final Labels labels;
    private final Values values;
    private final Times times;
    private final MergedRecords merged;

    RecordHistory(
            History history,
            Accounts accounts,
            Masking masking,
            Labels labels,
            Values values,
            Times times,
            MergedRecords merged) {
        this.merged = merged;
        this.history = history;
        this.accounts = accounts;
        this.masking = masking;
        this.labels = labels;
        this.values = values;
        this.times = times;
    }

    /**
     * A page of the history.
     *
     * @param people who stands in it, login to name
     * @param older what the next page begins below, null at the end
     */
    record View(
            List<Day> days,
            Map<String, String> people,
            @Nullable Long older) {}

    /** One day and what happened on it. */
    record Day(String date, List<Entry> entries) {}

    /**
     * One applied change.
     *
     * @param at the time of day
     * @param moment the record as of then is as this change left it
     * @param icon of its kind
     * @param unmerge the merge that it is and that still holds, null for all else
     */
    record Entry(
            long revision,
            String at,
            String exact,
            String moment,
            String who,
            String approvedBy,
            String why,
            @Nullable UUID requestId,
            String kind,
            String icon,
            @Nullable UUID unmerge,
            List<Values.Change> changes) {}

    /**
     * @param field only what became of this field; null for all
     * @param person only what this login asked for or approved; null for all
     * @param before below this revision
     */
    View of(
            String type,
            MasterRecord record,
            @Nullable String field,
            @Nullable String person,
            long before,
            Actor reader) {
        List<HistoryEntry> entries;
        long older;
        if (field == null && person == null) {
            List<HistoryEntry> read = history.of(type, record.id(), before, ENTRIES + 1);
            entries = read.subList(0, Math.min(ENTRIES, read.size()));
            older = read.size() > ENTRIES ? entries.get(ENTRIES - 1).revision() : 0;
        } else {
            History.Found found = history.search(type, record.id(), field, person, before, ENTRIES);
            entries = found.entries();
            older = found.next();
        }
        return view(type, entries, older, masking.of(reader, type, record));
    }

    private View view(String type, List<HistoryEntry> entries, long older, Mask mask) {
        Set<String> logins = new LinkedHashSet<>();
        entries.forEach(entry -> {
            logins.add(entry.who());
            logins.addAll(entry.approvedBy());
        });
        Map<String, String> known = accounts.names(logins);
        Map<String, String> names = new LinkedHashMap<>();
        logins.forEach(login -> names.put(login, known.getOrDefault(login, login)));
        Set<UUID> holding = merged.holding(entries.stream()
                .filter(entry -> entry.kind().equals(MERGE))
                .map(HistoryEntry::mergeId)
                .filter(Objects::nonNull)
                .toList());
        Map<LocalDate, List<Entry>> days = new LinkedHashMap<>();
        for (HistoryEntry entry : entries) {
            days.computeIfAbsent(entry.at().atZone(ZoneId.systemDefault()).toLocalDate(), day -> new ArrayList<>())
                    .add(entry(type, entry, names, holding, mask));
        }
        return new View(
                days.entrySet().stream()
                        .map(day -> new Day(day.getKey().toString(), day.getValue()))
                        .toList(),
                names,
                older == 0 ? null : older);
    }

    private Entry entry(String type, HistoryEntry entry, Map<String, String> names, Set<UUID> holding, Mask mask) {
        String exact = times.exact(entry.at());
        return new Entry(
                entry.revision(),
                exact.substring(TIME),
                exact,
                entry.at().toString(),
                Objects.requireNonNull(names.getOrDefault(entry.who(), entry.who())),
                entry.approvedBy().stream()
                        .map(login -> names.getOrDefault(login, login))
                        .collect(Collectors.joining(" · ")),
                labels.reason(entry.why()),
                entry.requestId(),
                entry.kind(),
                icon(entry.kind()),
                entry.kind().equals(MERGE) && holding.contains(entry.mergeId()) ? entry.mergeId() : null,
                values.changes(type, entry.changes().stream().map(mask::covered).toList()));
    }

    private static String icon(String kind) {
        return switch (kind) {
            case "CREATE" -> "added";
            case "EXTEND" -> "link";
            case "BLOCK" -> "lock";
            case "UNBLOCK" -> "key";
            case "RETIRE" -> "removed";
            case "RESTORE" -> "clock";
            case "RENAME" -> "edit";
            case MERGE -> "merge";
            case "UNMERGE" -> "unmerge";
            case "IMPORT" -> "download";
            default -> "changed";
        };
    }
}
