package org.mdmhub.web.mass;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mdmhub.mass.MassChange;
import org.mdmhub.mass.MassChanges;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.stereotype.Component;

/** What of a mass change did not go through, and why. */
@Component
class Remains {

    private static final int SHOWN = 200;

    private final MassChanges changes;
    private final MasterRecords records;
    private final Masking masking;
    private final Labels labels;
    private final Texts texts;

    Remains(MassChanges changes, MasterRecords records, Masking masking, Labels labels, Texts texts) {
        this.changes = changes;
        this.records = records;
        this.masking = masking;
        this.labels = labels;
        this.texts = texts;
    }

    /** As far as the reader sees the records; he reads in his own scope. */
    Table table(MassChange change, Actor reader) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String state : List.of("CONFLICT", "REFUSED", "STRICTER", "UNCHANGED", "SCHEDULED")) {
            for (MassChange.Item item : changes.items(change.key(), state, SHOWN)) {
                MasterRecord record = records.find(item.record()).orElse(null);
                if (record != null) {
                    rows.add(List.of(
                            Cell.code(record.code(), labels.page(change.type(), record.code())),
                            Cell.name(
                                    Objects.requireNonNullElse(
                                            records.values(change.type(), record)
                                                    .text("name"),
                                            ""),
                                    null),
                            Cell.state(state, texts.of("mass.item." + state)),
                            Cell.text(why(change, item, masking.of(reader, change.type(), record))),
                            item.request() == null
                                    ? Cell.text("")
                                    : Cell.code(texts.of("mass.request"), "/inbox/" + item.request())));
                }
            }
        }
        return new Table(
                texts.of("mass.table.left"),
                Stream.of("code", "name", "state", "why", "request")
                        .map(head -> texts.of("mass.head." + head))
                        .toList(),
                rows);
    }

    private String why(MassChange change, MassChange.Item item, Mask mask) {
        return item.findings().stream()
                .map(finding -> labels.place(change.type(), finding.pointer()) + ": " + texts.of(mask.covered(finding)))
                .collect(Collectors.joining("; "));
    }
}
