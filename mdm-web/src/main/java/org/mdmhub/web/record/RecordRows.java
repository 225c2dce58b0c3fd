package org.mdmhub.web.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordList;
import org.mdmhub.record.RecordList.Position;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.layout.Values;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Pages of the list of masters. The caller reads in its reader's scope. */
@Component
class RecordRows {

    /** Counted so far; what is beyond is "more than". */
    static final int COUNTED = 1000;

    private final RecordList list;
    private final MasterRecords records;
    private final Organisations organisations;
    private final Masking masking;
    private final Labels labels;
    private final Values values;
    private final Times times;

    RecordRows(
            RecordList list,
            MasterRecords records,
            Organisations organisations,
            Masking masking,
            Labels labels,
            Values values,
            Times times) {
        this.list = list;
        this.records = records;
        this.organisations = organisations;
        this.masking = masking;
        this.labels = labels;
        this.values = values;
        this.times = times;
    }

    /**
     * A page.
     *
     * @param next where the next page begins behind, null at the end
     * @param count how many there are, at most one more than {@link #COUNTED}; -1 on later pages
     */
    record View(List<Row> rows, @Nullable Position next, int count) {}

    /** One master; {@code cells} stand in the order of the columns. */
    record Row(
            String code,
            String name,
            List<String> cells,
            String status,
            String organisation,
            String updated,
            String exact) {}

    /** The first page also counts: what is counted is found in the same walk. */
    View page(String type, ListQuery query, List<Field<MasterRecord>> columns, Actor reader) {
        boolean first = query.after() == null;
        int most = first ? COUNTED + 1 : query.size() + 1;
        List<Long> ids = list.ids(asked(type, query).after(query.after(), most));
        List<MasterRecord> page = list.of(ids.subList(0, Math.min(query.size(), ids.size())));
        boolean more = ids.size() > query.size() && !page.isEmpty();
        return new View(
                rows(type, page, columns, reader),
                more ? Position.of(page.get(page.size() - 1)) : null,
                first ? ids.size() : -1);
    }

    /** What the address asks for, from the beginning. */
    RecordList.Query asked(String type, ListQuery query) {
        var filters = list.filters(type).stream().map(Field::key).toList();
        if (!filters.containsAll(query.fields().keySet())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the list is not narrowed by this field");
        }
        LocalDate since = query.since();
        Instant instant = since == null
                ? null
                : since.atStartOfDay(ZoneId.systemDefault()).toInstant();
        return new RecordList.Query(
                type,
                query.q().isEmpty() ? null : query.q(),
                query.status(),
                unit(query.unit()),
                instant,
                query.fields(),
                query.order(),
                null,
                query.size());
    }

    private @Nullable Integer unit(String code) {
        return code.isEmpty() ? null : organisations.find(code).map(OrgUnit::id).orElse(-1);
    }

    List<Row> rows(String type, List<MasterRecord> page, List<Field<MasterRecord>> columns, Actor reader) {
        Map<Integer, String> units = organisations.codes();
        return page.stream()
                .map(record -> row(type, record, columns, units, reader))
                .toList();
    }

    private Row row(
            String type,
            MasterRecord record,
            List<Field<MasterRecord>> columns,
            Map<Integer, String> units,
            Actor reader) {
        FieldValues seen = masking.of(reader, type, record).covered(records.values(type, record));
        return new Row(
                record.code(),
                Objects.requireNonNullElse(seen.text("name"), ""),
                columns.stream()
                        .map(field ->
                                values.shown(type, field, seen.get(field.key())).text())
                        .toList(),
                record.status().name(),
                labels.organisation(String.valueOf(units.get(record.orgUnitId()))),
                times.ago(record.updatedAt()),
                times.exact(record.updatedAt()));
    }
}
