package org.mdmhub.web.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.delivery.Lane;
import org.mdmhub.sync.delivery.LaneQuery;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.stereotype.Component;

/** Where each record stands in a target, as a table. The caller reads in its reader's scope. */
@Component
class LaneRows {

    private static final int ROWS = 25;
    private static final List<String> HEADS =
            List.of("code", "name", "state", "versions", "attempts", "outcome", "next");

    private final Deliveries deliveries;
    private final MasterRecords records;
    private final CauseWords causes;
    private final Spans spans;
    private final Texts texts;

    LaneRows(Deliveries deliveries, MasterRecords records, CauseWords causes, Spans spans, Texts texts) {
        this.deliveries = deliveries;
        this.records = records;
        this.causes = causes;
        this.spans = spans;
        this.texts = texts;
    }

    /** A page of it; {@code next} is the id that the next one begins behind, null at the end. */
    record View(Table table, @Nullable UUID next) {}

    View page(String target, LaneFilter filter) {
        List<Lane> found = deliveries.page(
                new LaneQuery(target, null, filter.state(), filter.wanted(), filter.begin(), ROWS + 1, filter.owed()));
        List<Lane> page = found.subList(0, Math.min(ROWS, found.size()));
        Map<Long, MasterRecord> masters = records
                .all(page.stream().map(Lane::recordId).toList())
                .stream()
                .collect(Collectors.toMap(MasterRecord::id, Function.identity()));
        List<List<Cell>> rows = new ArrayList<>();
        for (Lane lane : page) {
            MasterRecord record = masters.get(lane.recordId());
            if (record != null) {
                rows.add(row(lane, record));
            }
        }
        Table table = new Table(
                texts.of("lanes.title"),
                HEADS.stream().map(head -> texts.of("lanes." + head)).toList(),
                rows);
        return new View(table, found.size() > ROWS ? page.get(ROWS - 1).id() : null);
    }

    private List<Cell> row(Lane lane, MasterRecord record) {
        String name = records.values(lane.type(), record).text("name");
        return List.of(
                Cell.code(record.code(), "/deliveries/" + lane.id()),
                Cell.name(name == null ? "" : name, null),
                Cell.state(lane.state().name(), texts.of("lane." + lane.state())),
                Cell.text(texts.of("lanes.version", lane.deliveredVersion(), lane.wantedVersion())),
                Cell.number(String.valueOf(lane.attempts())),
                Cell.text(outcome(lane)),
                Cell.time(spans.until(lane.nextAttemptAt()), ""));
    }

    private String outcome(Lane lane) {
        String error = lane.lastError();
        String outcome = lane.lastOutcome();
        if (error == null || "Skipped".equals(outcome)) {
            return outcome == null ? "" : texts.of("attempt." + outcome);
        }
        return causes.of(lane.target(), lane.type(), error).get(0).plain();
    }
}
