package org.mdmhub.web.record;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordList;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.layout.Values;
import org.springframework.stereotype.Component;

/** Writes what a list shows, with the same columns, into a sheet: in parts, so that neither memory nor pool is held. */
@Component
class Export {

    /** Rows at most; a last row says so where there are more. */
    static final int MOST = 50_000;

    private static final int PART = 500;

    private final RecordList list;
    private final RecordRows rows;
    private final MasterRecords records;
    private final Organisations organisations;
    private final Masking masking;
    private final Labels labels;
    private final Values values;
    private final Times times;
    private final Texts texts;
    private final Reading reading;

    Export(
            RecordList list,
            RecordRows rows,
            MasterRecords records,
            Organisations organisations,
            Masking masking,
            Labels labels,
            Values values,
            Times times,
            Texts texts,
            Reading reading) {
        this.list = list;
        this.rows = rows;
        this.records = records;
        this.organisations = organisations;
        this.masking = masking;
        this.labels = labels;
        this.values = values;
        this.times = times;
        this.texts = texts;
        this.reading = reading;
    }

    /** What is listed at this moment, one more than is written where there are more. */
    List<Long> listed(String type, ListQuery query, Actor reader) {
        return reading.as(reader, () -> list.ids(rows.asked(type, query).after(null, MOST + 1)));
    }

    List<String> heads(String type, List<Field<MasterRecord>> columns) {
        List<String> heads = new ArrayList<>(List.of(texts.of("record.code"), labels.field(type, "name")));
        columns.forEach(field -> heads.add(labels.field(type, field.key())));
        heads.addAll(List.of(texts.of("search.status"), texts.of("record.organisation"), texts.of("record.updated")));
        return heads;
    }

    void write(String type, List<Long> ids, List<Field<MasterRecord>> columns, Actor reader, Sheet sheet)
            throws IOException {
        sheet.row(List.copyOf(heads(type, columns)));
        int most = Math.min(MOST, ids.size());
        for (int from = 0; from < most; from += PART) {
            List<Long> part = ids.subList(from, Math.min(from + PART, most));
            for (List<Object> row : reading.as(reader, () -> part(type, part, columns, reader))) {
                sheet.row(row);
            }
        }
        if (ids.size() > MOST) {
            sheet.row(List.of(texts.of("export.cut", MOST)));
        }
    }

    private List<List<Object>> part(String type, List<Long> ids, List<Field<MasterRecord>> columns, Actor reader) {
        Map<Integer, String> units = organisations.codes();
        return list.of(ids).stream()
                .map(record -> row(type, record, columns, units, reader))
                .toList();
    }

    private List<Object> row(
            String type,
            MasterRecord record,
            List<Field<MasterRecord>> columns,
            Map<Integer, String> units,
            Actor reader) {
        FieldValues seen = masking.of(reader, type, record).covered(records.values(type, record));
        List<Object> cells = new ArrayList<>();
        cells.add(record.code());
        cells.add(Objects.requireNonNullElse(seen.text("name"), ""));
        for (Field<MasterRecord> field : columns) {
            Object value = seen.get(field.key());
            cells.add(
                    value instanceof BigDecimal
                            ? value
                            : values.shown(type, field, value).text());
        }
        cells.add(texts.of("state." + record.status().name()));
        cells.add(labels.organisation(String.valueOf(units.get(record.orgUnitId()))));
        cells.add(times.exact(record.updatedAt()));
        return cells;
    }
}
