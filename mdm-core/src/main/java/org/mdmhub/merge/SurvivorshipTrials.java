package org.mdmhub.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rules that do not hold yet, before the merges that do: each is decided again from what its members held then. Reads only,
 * so many merges at a time, the last ones first, and no more than {@link #MOST}.
 */
@Component
public class SurvivorshipTrials {

    /** Merges that are decided again at most. */
    public static final int MOST = 1000;
    /** Values that are kept by name. */
    public static final int KEPT = 50;

    private static final int BATCH = 50;

    private final JournalReader journal;
    private final Origins origins;
    private final History history;
    private final MasterTypes types;

    SurvivorshipTrials(JournalReader journal, Origins origins, History history, MasterTypes types) {
        this.journal = journal;
        this.origins = origins;
        this.history = history;
        this.types = types;
    }

    /**
     * A value that would come out otherwise.
     *
     * @param code golden code of the survivor
     * @param orgUnit code of the organisation that owns it
     * @param mergeId the merge in which it was decided
     * @param now value that the merge chose, {@code then} what the rules would choose
     * @param rule that would decide
     */
    public record Otherwise(
            long record,
            String code,
            String orgUnit,
            UUID mergeId,
            String field,
            @Nullable Object now,
            @Nullable Object then,
            String rule) {}

    /**
     * What a trial found.
     *
     * @param merges that were decided again
     * @param more whether there are earlier merges, which were not
     * @param records that would hold another value, {@code fields} how many values
     * @param first of them, {@link #KEPT} at most
     */
    public record Found(int merges, boolean more, int records, int fields, List<Otherwise> first) {}

    /** Only of merges of survivors that the scope does not hide. */
    @Transactional(readOnly = true)
    public Found attempt(String type, SurvivorshipRules rules) {
        List<Field<MasterRecord>> schema = types.fields(type);
        List<Otherwise> first = new ArrayList<>();
        Set<Long> records = new LinkedHashSet<>();
        int fields = 0;
        int merges = 0;
        long below = Long.MAX_VALUE;
        List<JournalReader.Decided> batch = journal.holding(type, below, BATCH);
        while (!batch.isEmpty() && merges < MOST) {
            Map<UUID, List<JournalReader.Before>> members = journal.members(
                    batch.stream().map(JournalReader.Decided::id).toList());
            for (JournalReader.Decided merge : batch) {
                List<Otherwise> found = otherwise(merge, members.getOrDefault(merge.id(), List.of()), schema, rules);
                fields += found.size();
                found.forEach(one -> records.add(one.record()));
                found.stream().limit(KEPT - first.size()).forEach(first::add);
            }
            merges += batch.size();
            below = batch.get(batch.size() - 1).number();
            batch = journal.holding(type, below, BATCH);
        }
        return new Found(merges, !batch.isEmpty(), records.size(), fields, first);
    }

    private List<Otherwise> otherwise(
            JournalReader.Decided merge,
            List<JournalReader.Before> before,
            List<Field<MasterRecord>> schema,
            SurvivorshipRules rules) {
        Set<String> open = new LinkedHashSet<>();
        merge.choices().forEach((field, choice) -> {
            if (byRule(choice)
                    && before.stream()
                                    .map(one -> one.values().get(field))
                                    .distinct()
                                    .count()
                            > 1) {
                open.add(field);
            }
        });
        if (open.isEmpty() || before.isEmpty() || before.get(0).record() != merge.survivor()) {
            return List.of();
        }
        Map<String, Chosen> chosen = decide(merge, before, schema, rules);
        JournalReader.Before survivor = before.get(0);
        List<Otherwise> found = new ArrayList<>();
        for (String field : open) {
            Object now = held(
                    before, Objects.requireNonNull(merge.choices().get(field)).from(), field);
            Chosen then = chosen.get(field);
            if (then != null && !Objects.equals(then.value(), now)) {
                found.add(new Otherwise(
                        survivor.record(),
                        survivor.code(),
                        survivor.orgUnit(),
                        merge.id(),
                        field,
                        now,
                        then.value(),
                        then.rule()));
            }
        }
        return found;
    }

    /** What a steward said himself stays what he said. */
    private static boolean byRule(JournalReader.Choice choice) {
        return choice.from() != null
                && (Rule.of(choice.rule()).isPresent()
                        || choice.rule().equals(Rule.SURVIVOR)
                        || choice.rule().equals(Chosen.TOGETHER));
    }

    private static @Nullable Object held(List<JournalReader.Before> before, @Nullable String code, String field) {
        return before.stream()
                .filter(one -> one.code().equals(code))
                .map(one -> one.values().get(field))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Chosen> decide(
            JournalReader.Decided merge,
            List<JournalReader.Before> before,
            List<Field<MasterRecord>> schema,
            SurvivorshipRules rules) {
        Map<Long, FieldValues> values = new LinkedHashMap<>();
        before.forEach(one -> values.put(one.record(), one.values()));
        Map<Long, Map<String, Origin>> from =
                origins.of(merge.type(), values, history.revisionOf(merge.id()).orElse(Tracing.NOW));
        List<Member> members = before.stream()
                .map(one -> new Member(
                        one.record(),
                        one.code(),
                        0,
                        one.orgUnit(),
                        one.values(),
                        from.getOrDefault(one.record(), Map.of())))
                .toList();
        PlainChoice choice = new PlainChoice(
                merge.type(), members, said(merge, before), trial(rules, merge.survivor(), values, merge.at()));
        choice.choose(schema);
        return choice.chosen();
    }

    private static MergeChoice said(JournalReader.Decided merge, List<JournalReader.Before> before) {
        Map<String, String> picks = new LinkedHashMap<>();
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        merge.choices().forEach((field, choice) -> {
            String from = choice.from();
            if (choice.rule().equals(Chosen.PICKED) && from != null) {
                picks.put(field, from);
            } else if (choice.rule().equals(Chosen.TYPED)) {
                typed.put(field, null);
            }
        });
        List<String> others =
                before.stream().skip(1).map(JournalReader.Before::code).toList();
        return new MergeChoice(before.get(0).code(), others, picks, typed, Set.of());
    }

    private static Survivorship trial(
            SurvivorshipRules rules, long survivor, Map<Long, FieldValues> values, Instant at) {
        var known = new SurvivorshipRules.Circumstances(
                survivor,
                record -> values.getOrDefault(record, FieldValues.none()).keys().size(),
                at);
        return (type, field, claims) -> rules.choose(field, claims, known);
    }
}
