package org.mdmhub.web.rule;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mdmhub.job.Job;
import org.mdmhub.organisation.Actor;
import org.mdmhub.quality.rule.Trials;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.stereotype.Component;

/** A trial as it is shown: how far it has come, how many would fail, and the first of them. */
@Component
class TrialSheets {

    private static final int SHOWN = 200;

    private final Trials trials;
    private final MasterTypes types;
    private final MasterRecords records;
    private final Reading reading;
    private final Labels labels;
    private final Texts texts;
    private final Clock clock = Clock.systemUTC();

    TrialSheets(Trials trials, MasterTypes types, MasterRecords records, Reading reading, Labels labels, Texts texts) {
        this.trials = trials;
        this.types = types;
        this.records = records;
        this.reading = reading;
        this.labels = labels;
        this.texts = texts;
    }

    /**
     * One trial.
     *
     * @param said what came of it so far, in one sentence
     * @param failing the first records that would fail; empty while it runs
     */
    record Sheet(UUID id, String state, int percent, String said, long found, Table failing) {

        public boolean running() {
            return Job.State.valueOf(state).open();
        }
    }

    Optional<Sheet> sheet(UUID id, Actor reader) {
        return reading.as(reader, () -> trials.find(id, reader).map(this::sheet));
    }

    private Sheet sheet(Job job) {
        boolean done = job.state() == Job.State.DONE;
        FieldValues rule = Trials.content(job);
        return new Sheet(
                job.id(),
                job.state().name(),
                job.percent(),
                said(job),
                job.found(),
                failing(done ? trials.failing(job.id(), SHOWN) : List.of(), rule));
    }

    private String said(Job job) {
        return switch (job.state()) {
            case WAITING -> texts.of("trial.waiting");
            case RUNNING -> texts.of("trial.running", job.done(), job.total(), job.found());
            case DONE ->
                job.found() == 0
                        ? texts.of("trial.none", job.total(), seconds(job))
                        : texts.of("trial.done", job.found(), job.total(), seconds(job));
            case FAILED -> texts.of("trial.failed");
            case CANCELLED -> texts.of("trial.cancelled", job.done(), job.total());
        };
    }

    private String seconds(Job job) {
        return String.format(java.util.Locale.ROOT, "%.1f", job.millis(clock.instant()) / 1000.0);
    }

    private Table failing(List<Trials.Failing> failing, FieldValues rule) {
        String type = String.valueOf(rule.text("type"));
        String field = String.valueOf(rule.text("field"));
        boolean masked = types.fields(type).stream().anyMatch(one -> one.key().equals(field) && one.masked());
        List<Long> ids = failing.stream().map(Trials.Failing::id).toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (MasterRecord record : ids.isEmpty() ? List.<MasterRecord>of() : records.all(ids)) {
            FieldValues values = records.values(type, record);
            Object value = masked ? null : values.get(field);
            rows.add(List.of(
                    Cell.code(record.code(), labels.page(type, record.code())),
                    Cell.name(String.valueOf(values.asMap().getOrDefault("name", "")), null),
                    Cell.text(value == null || value instanceof List<?> ? "–" : String.valueOf(value))));
        }
        return new Table(
                texts.of("trial.failing"),
                List.of(texts.of("trial.head.code"), texts.of("trial.head.name"), labels.field(type, field)),
                rows);
    }
}
