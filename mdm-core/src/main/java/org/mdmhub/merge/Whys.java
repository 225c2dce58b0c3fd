package org.mdmhub.merge;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why the fields of a record hold what they hold, where a merge decided it. Runs in the caller's scope. */
@Component
public class Whys {

    private static final int MERGES = 20;
    private static final String BACK = "UNMERGE";

    private final JournalReader journal;
    private final Tracing tracing;
    private final Origins origins;
    private final History history;
    private final MasterRecords records;
    private final SurvivorshipBook book;
    private final Clock clock = Clock.systemUTC();

    Whys(
            JournalReader journal,
            Tracing tracing,
            Origins origins,
            History history,
            MasterRecords records,
            SurvivorshipBook book) {
        this.journal = journal;
        this.tracing = tracing;
        this.origins = origins;
        this.history = history;
        this.records = records;
        this.book = book;
    }

    /**
     * What a merge decided of a field.
     *
     * @param rule as in {@link Chosen}
     * @param from code of the record whose value it is, null where it is nobody's alone
     */
    public record Decision(
            UUID mergeId, Instant at, String rule, @Nullable String from) {}

    /**
     * What a member of a merge held then.
     *
     * @param orgUnit code of the organisation that owns it
     * @param origin where that came from
     */
    public record Held(long record, String code, String orgUnit, Object value, Origin origin) {}

    /** By field, of the last merge that decided it and holds; not of fields that a request has written since. */
    @Transactional(readOnly = true)
    public Map<String, Decision> decided(String type, MasterRecord record) {
        List<JournalReader.Decided> merges = journal.into(record.id(), MERGES);
        if (merges.isEmpty()) {
            return Map.of();
        }
        FieldValues now = records.values(type, record);
        Map<String, HistoryEntry> written = tracing.own(type, record.id(), now, Tracing.NOW);
        Map<String, Decision> decided = new LinkedHashMap<>();
        for (JournalReader.Decided merge : merges) {
            long revision = history.revisionOf(merge.id()).orElse(0L);
            merge.choices().forEach((field, choice) -> {
                HistoryEntry entry = written.get(field);
                boolean later = entry != null && entry.revision() > revision && !BACK.equals(entry.kind());
                if (now.get(field) != null && !later) {
                    decided.putIfAbsent(field, new Decision(merge.id(), merge.at(), choice.rule(), choice.from()));
                }
            });
        }
        return decided;
    }

    /** What the members of a merge held of a field, the survivor first; those that the scope hides are left out. */
    @Transactional(readOnly = true)
    public List<Held> held(UUID merge, String field) {
        List<JournalReader.Before> members = journal.members(List.of(merge)).getOrDefault(merge, List.of());
        JournalReader.Decided decided = journal.find(merge).orElse(null);
        if (decided == null) {
            return List.of();
        }
        Map<Long, FieldValues> values = new LinkedHashMap<>();
        members.forEach(one -> {
            Object value = one.values().get(field);
            if (value != null) {
                values.put(one.record(), FieldValues.of(Map.of(field, value)));
            }
        });
        Map<Long, Map<String, Origin>> from =
                origins.of(decided.type(), values, history.revisionOf(merge).orElse(Tracing.NOW));
        return members.stream()
                .filter(one -> values.containsKey(one.record()))
                .map(one -> new Held(
                        one.record(),
                        one.code(),
                        one.orgUnit(),
                        Objects.requireNonNull(one.values().get(field)),
                        from.getOrDefault(one.record(), Map.of()).getOrDefault(field, Origin.UNKNOWN)))
                .toList();
    }

    /** Sources of which a value that was written now would be trusted more than one of this origin. */
    @Transactional(readOnly = true)
    public List<String> trustedMore(String type, Origin origin) {
        SurvivorshipRules rules = book.of(type).rules();
        Instant now = clock.instant();
        double trust = rules.trust(new Claim(0, "", "", origin.since(), origin.source()), now);
        return rules.sources().stream()
                .filter(source -> source.at(now, now) > trust)
                .map(SourceTrust::source)
                .toList();
    }
}
