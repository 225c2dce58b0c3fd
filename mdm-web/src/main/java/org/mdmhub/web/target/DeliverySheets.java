package org.mdmhub.web.target;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.sync.delivery.Attempt;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.delivery.Lane;
import org.mdmhub.sync.target.Exchange;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Times;
import org.springframework.stereotype.Component;

/** Puts one delivery into the words of its reader; who may not see the record sees nothing of it. */
@Component
class DeliverySheets {

    private static final Set<String> GOOD = Set.of("Accepted", "Underway");
    private static final String SKIPPED = "Skipped";

    private final Deliveries deliveries;
    private final MasterRecords records;
    private final TargetNames names;
    private final CauseWords causes;
    private final Reading reading;
    private final Times times;
    private final Spans spans;
    private final Texts texts;

    DeliverySheets(
            Deliveries deliveries,
            MasterRecords records,
            TargetNames names,
            CauseWords causes,
            Reading reading,
            Times times,
            Spans spans,
            Texts texts) {
        this.deliveries = deliveries;
        this.records = records;
        this.names = names;
        this.causes = causes;
        this.reading = reading;
        this.times = times;
        this.spans = spans;
        this.texts = texts;
    }

    /** @throws NotThere where there is none that the reader may see */
    Lane lane(UUID id, Actor reader) {
        return reading.as(reader, () -> deliveries.find(id).orElseThrow(NotThere::new));
    }

    /** @throws NotThere where there is none that the reader may see */
    DeliverySheet sheet(UUID id, Actor reader) {
        return reading.as(reader, () -> {
            Lane lane = deliveries.find(id).orElseThrow(NotThere::new);
            MasterRecord record = records.find(lane.recordId()).orElseThrow(NotThere::new);
            return sheet(lane, record, deliveries.attempts(id));
        });
    }

    private DeliverySheet sheet(Lane lane, MasterRecord record, List<Attempt> attempts) {
        boolean skipped = SKIPPED.equals(lane.lastOutcome());
        String error = lane.lastError();
        String name = records.values(lane.type(), record).text("name");
        return new DeliverySheet(
                lane.id(),
                lane.target(),
                TargetNames.brief(lane.target()),
                names.full(lane.target()),
                lane.type(),
                record.code(),
                name == null ? "" : name,
                lane.state().name(),
                lane.wantedVersion(),
                lane.deliveredVersion(),
                lane.targetKey(),
                spans.until(lane.nextAttemptAt()),
                error == null || skipped ? List.of() : causes.of(lane.target(), lane.type(), error),
                skipped ? error : null,
                attempts.stream().map(this::tried).toList(),
                lane.state() + "." + lane.wantedVersion() + "."
                        + (attempts.isEmpty() ? 0 : attempts.get(0).id()));
    }

    private DeliverySheet.Try tried(Attempt attempt) {
        return new DeliverySheet.Try(
                times.exact(attempt.at()),
                times.ago(attempt.at()),
                attempt.version(),
                texts.of("attempt." + attempt.outcome()),
                GOOD.contains(attempt.outcome()),
                attempt.detail(),
                texts.of("attempt.took", attempt.millis()),
                attempt.exchanges().stream().map(this::call).toList());
    }

    private DeliverySheet.Call call(Exchange exchange) {
        return new DeliverySheet.Call(
                exchange.method(),
                action(exchange.path()),
                exchange.path(),
                exchange.status(),
                texts.of("attempt.took", exchange.millis()),
                Pretty.body(exchange.request()),
                Pretty.body(exchange.answer()));
    }

    /** The last two steps of the path; of a service that is named by dots, what stands behind its stub. */
    private static String action(String path) {
        String bare = path.replaceFirst("\\?.*$", "").replaceFirst("^.*Service\\.", "/");
        int last = bare.lastIndexOf('/');
        return bare.substring(bare.lastIndexOf('/', last - 1) + 1);
    }
}
