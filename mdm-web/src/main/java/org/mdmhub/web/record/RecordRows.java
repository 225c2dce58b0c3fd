package org.mdmhub.web.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordList;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Times;
import org.springframework.stereotype.Component;

/** One page of the list of masters. The caller reads in its reader's scope. */
@Component
class RecordRows {

    private static final int ROWS = 50;

    private final RecordList list;
    private final MasterRecords records;
    private final Organisations organisations;
    private final Labels labels;
    private final Times times;

    RecordRows(RecordList list, MasterRecords records, Organisations organisations, Labels labels, Times times) {
        this.list = list;
        this.records = records;
        this.organisations = organisations;
        this.labels = labels;
        this.times = times;
    }

    /** A page; {@code next} is what the next one begins behind, null at the end. */
    record View(List<Row> rows, @Nullable Long next) {}

    /**
     * One master.
     *
     * @param detail what tells it from others beside its name: credit code or specification, empty where it has none
     */
    record Row(String code, String name, String detail, String status, String organisation, String updated) {}

    View page(String type, @Nullable String q, @Nullable RecordStatus status, long after) {
        List<MasterRecord> found = list.page(new RecordList.Query(type, q, status, null, null, after, ROWS + 1));
        List<MasterRecord> page = found.subList(0, Math.min(ROWS, found.size()));
        Map<Integer, String> units = organisations.codes();
        return new View(
                page.stream().map(record -> row(type, record, units)).toList(),
                found.size() > ROWS ? page.get(ROWS - 1).id() : null);
    }

    private Row row(String type, MasterRecord record, Map<Integer, String> units) {
        FieldValues values = records.values(type, record);
        return new Row(
                record.code(),
                text(values, "name"),
                text(values, type.equals("products") ? "specification" : "creditCode"),
                record.status().name(),
                labels.organisation(String.valueOf(units.get(record.orgUnitId()))),
                times.exact(record.updatedAt()));
    }

    private static String text(FieldValues values, String key) {
        String text = values.text(key);
        return text == null ? "" : text;
    }
}
