package org.mdmhub.web.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.Survivors;
import org.mdmhub.source.ForeignKeys;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Times;
import org.springframework.stereotype.Component;

/** Puts a master into the words of its reader. The caller reads in the reader's scope. */
@Component
class RecordSheets {

    private final MasterTypes types;
    private final MasterRecords records;
    private final Survivors survivors;
    private final Organisations organisations;
    private final ForeignKeys keys;
    private final Standings standings;
    private final History history;
    private final RecordParts parts;
    private final RecordNeighbours neighbours;
    private final Masking masking;
    private final Labels labels;
    private final Times times;

    RecordSheets(
            MasterTypes types,
            MasterRecords records,
            Survivors survivors,
            Organisations organisations,
            ForeignKeys keys,
            Standings standings,
            History history,
            RecordParts parts,
            RecordNeighbours neighbours,
            Masking masking,
            Labels labels,
            Times times) {
        this.types = types;
        this.records = records;
        this.survivors = survivors;
        this.organisations = organisations;
        this.keys = keys;
        this.standings = standings;
        this.history = history;
        this.parts = parts;
        this.neighbours = neighbours;
        this.masking = masking;
        this.labels = labels;
        this.times = times;
    }

    /** @throws NotThere where there is none that the reader may see */
    MasterRecord record(String type, String code) {
        return records.find(type, code).orElseThrow(NotThere::new);
    }

    /**
     * @param moment the record as it stood then; null for now
     * @throws NotThere where there is none that the reader may see
     */
    RecordSheet sheet(String type, String code, @Nullable Instant moment, Actor reader) {
        MasterRecord now = record(type, code);
        Optional<MasterRecord> then = moment == null ? Optional.of(now) : history.asOf(type, now.id(), moment);
        MasterRecord record = then.orElse(now);
        FieldValues present = then.isPresent()
                ? masking.of(reader, type, record).covered(records.values(type, record))
                : FieldValues.none();
        Map<String, String> named = neighbours.named(type, now.id());
        boolean today = moment == null;
        return new RecordSheet(
                type,
                now.code(),
                Objects.requireNonNullElse(
                        masking.of(reader, type, record)
                                .covered(records.values(type, record))
                                .text("name"),
                        code),
                record.status().name(),
                record.version(),
                labels.organisation(String.valueOf(organisations.codes().get(record.orgUnitId()))),
                times.exact(now.createdAt()),
                times.exact(record.updatedAt()),
                survivors.codeOf(record),
                today ? null : times.exact(moment),
                then.isPresent(),
                today && now.status().living(),
                !now.seenBy().containsAll(reader.asksFor()),
                blocks(type, present),
                then.isPresent() ? parts.groups(type, present, named) : List.of(),
                parts.lists(type, present, named),
                today ? keys.of(now.id()) : List.of(),
                today ? standings.of(type, now.code()) : List.of(),
                today && reader.may(Right.READ_REQUESTS) ? neighbours.open(now.id(), reader) : List.of(),
                today ? neighbours.naming(type, now.id()) : List.of(),
                today ? neighbours.merged(now.id()) : List.of());
    }

    private List<RecordSheet.Block> blocks(String type, FieldValues present) {
        Field<MasterRecord> field = types.fields(type).stream()
                .filter(one -> one.key().equals(CommonFields.BLOCKS))
                .findFirst()
                .orElseThrow();
        List<RecordSheet.Block> blocks = new ArrayList<>();
        for (Map<String, Object> item : present.list(CommonFields.BLOCKS)) {
            Map<String, String> texts = new LinkedHashMap<>();
            field.items().forEach(part -> texts.put(part.key(), parts.text(type, field, part, item)));
            blocks.add(new RecordSheet.Block(
                    texts.getOrDefault("scope", ""),
                    texts.getOrDefault("orgUnit", ""),
                    texts.getOrDefault("reason", ""),
                    texts.getOrDefault("from", ""),
                    texts.getOrDefault("until", "")));
        }
        return blocks;
    }

    /** Whether there is such a field; its label. */
    String label(String type, String field) {
        Set<String> known = types.fields(type).stream().map(Field::key).collect(java.util.stream.Collectors.toSet());
        if (!known.contains(field)) {
            throw new NotThere();
        }
        return labels.field(type, field);
    }
}
