package org.mdmhub.road;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.Wish;
import org.springframework.stereotype.Component;

/** Writes down what is asked for, and what it would replace in the version that the asker saw. */
@Component
class Wishes {

    private final MasterTypes types;
    private final MasterRecords records;
    private final History history;
    private final Proposals proposals;
    private final MergeWishes merges;

    Wishes(MasterTypes types, MasterRecords records, History history, Proposals proposals, MergeWishes merges) {
        this.types = types;
        this.records = records;
        this.history = history;
        this.proposals = proposals;
        this.merges = merges;
    }

    /** What the gate could read is kept in its standard form, the rest as it was written. */
    Wish of(Ask ask, @Nullable MasterRecord record, Assessment assessment) {
        if (proposals.find(ask.type()).isPresent()) {
            return proposals.wish(ask, assessment);
        }
        if (ask.kind().merges()) {
            return merges.wish(ask, assessment);
        }
        if (ask.kind() == ChangeKind.UPDATE) {
            keepsBlocks(assessment);
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (ask.kind() == ChangeKind.RENAME) {
            fields.putAll(Renamings.kept(assessment.standard(ask.fields()), assessment.before()));
        } else if (ask.kind().writesFields()) {
            fields.putAll(assessment.standard(ask.fields()));
        } else {
            fields.putAll(ask.fields());
        }
        AskRules.storable("/fields", fields);
        return new Wish(
                record == null ? null : Objects.requireNonNullElse(ask.baseVersion(), record.version()),
                fields,
                record == null || !ask.kind().needsBase()
                        ? Map.of()
                        : base(ask, record, replaced(ask.kind(), fields.keySet(), assessment), assessment.before()),
                Objects.requireNonNullElse(ask.reasonCode(), ask.kind().defaultReason()),
                ask.reason(),
                instant(ask.effectiveFrom()));
    }

    /** A list given whole would take away what was blocked meanwhile; the kinds of their own do not. */
    private static void keepsBlocks(Assessment assessment) {
        if (assessment.changes().stream().anyMatch(change -> change.field().equals(CommonFields.BLOCKS))) {
            throw Refused.invalid("/fields/" + CommonFields.BLOCKS, "blocksByKind");
        }
    }

    /** What a renaming adds to takes nothing from anybody; what follows from the name changes with it. */
    private static Set<String> replaced(ChangeKind kind, Set<String> keys, Assessment assessment) {
        Set<String> replaced = new LinkedHashSet<>(keys);
        if (kind == ChangeKind.RENAME) {
            assessment.changes().forEach(change -> replaced.add(change.field()));
            replaced.removeIf(key -> assessment.after().get(key) instanceof List<?>);
        }
        return replaced;
    }

    private static @Nullable Instant instant(@Nullable Instant effectiveFrom) {
        return effectiveFrom == null ? null : effectiveFrom.truncatedTo(ChronoUnit.MICROS);
    }

    /** What the changed fields, and those that belong together with them, held in the version that the asker saw. */
    private Map<String, @Nullable Object> base(Ask ask, MasterRecord record, Set<String> changed, FieldValues now) {
        int version = Objects.requireNonNullElse(ask.baseVersion(), record.version());
        FieldValues seen = version == record.version()
                ? now
                : history.atVersion(ask.type(), record.id(), version)
                        .map(old -> records.values(ask.type(), old))
                        .orElse(now);
        List<Field<MasterRecord>> fields = types.fields(ask.type());
        List<String> marks = new ArrayList<>();
        fields.stream()
                .filter(field -> changed.contains(field.key()) && field.together() != null)
                .forEach(field -> marks.add(String.valueOf(field.together())));
        Map<String, @Nullable Object> base = new LinkedHashMap<>();
        for (Field<MasterRecord> field : fields) {
            if (changed.contains(field.key()) || marks.contains(String.valueOf(field.together()))) {
                base.put(field.key(), seen.get(field.key()));
            }
        }
        return base;
    }
}
