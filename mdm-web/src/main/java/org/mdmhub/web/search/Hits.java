package org.mdmhub.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordList;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.Labels;
import org.springframework.stereotype.Component;

/** Finds masters of every kind, a few of each. */
@Component
class Hits {

    private static final int EACH = 6;

    private final MasterTypes types;
    private final RecordList list;
    private final MasterRecords records;
    private final Organisations organisations;
    private final Labels labels;
    private final Reading reading;

    Hits(
            MasterTypes types,
            RecordList list,
            MasterRecords records,
            Organisations organisations,
            Labels labels,
            Reading reading) {
        this.types = types;
        this.list = list;
        this.records = records;
        this.organisations = organisations;
        this.labels = labels;
        this.reading = reading;
    }

    /**
     * The hits among one kind of master.
     *
     * @param more whether there are further ones
     */
    record Group(String type, List<Hit> hits, boolean more) {}

    record Hit(String code, String name, String organisation, String status) {}

    /** Groups with hits, in the order of the kinds; none for a blank question. */
    List<Group> find(String q, Actor reader) {
        if (q.isBlank()) {
            return List.of();
        }
        return reading.as(reader, () -> {
            Map<Integer, String> units = organisations.codes();
            List<Group> groups = new ArrayList<>();
            for (String type : types.keys()) {
                var query = new RecordList.Query(type, q, null, null, null, 0, EACH + 1);
                List<MasterRecord> found = list.page(query);
                if (!found.isEmpty()) {
                    groups.add(new Group(
                            type,
                            found.stream()
                                    .limit(EACH)
                                    .map(record -> hit(type, record, units))
                                    .toList(),
                            found.size() > EACH));
                }
            }
            return groups;
        });
    }

    private Hit hit(String type, MasterRecord record, Map<Integer, String> units) {
        return new Hit(
                record.code(),
                String.valueOf(records.values(type, record).text("name")),
                labels.organisation(String.valueOf(units.get(record.orgUnitId()))),
                record.status().name());
    }
}
