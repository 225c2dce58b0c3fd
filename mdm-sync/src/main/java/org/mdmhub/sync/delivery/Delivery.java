package org.mdmhub.sync.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Scope;
import org.mdmhub.source.ForeignKeys;
import org.mdmhub.sync.target.Connection;
import org.mdmhub.sync.target.Connector;
import org.mdmhub.sync.target.Exchange;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Reading;
import org.mdmhub.sync.target.Recorder;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One delivery of a claimed lane: builds the message from the record as it is now, calls the target outside any
 * transaction, and acknowledges under the lane's epoch. After an unknown outcome the target is read before anything is
 * repeated.
 */
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final int MAX_ERROR = 2000;

    private final Lanes lanes;
    private final LeaseKeeper leases;
    private final Targets targets;
    private final Messages messages;
    private final Attempts attempts;
    private final ForeignKeys keys;
    private final Map<String, Connector> connectors;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    Delivery(
            Lanes lanes,
            LeaseKeeper leases,
            Targets targets,
            Messages messages,
            Attempts attempts,
            ForeignKeys keys,
            List<Connector> connectors,
            PlatformTransactionManager manager) {
        this.lanes = lanes;
        this.leases = leases;
        this.targets = targets;
        this.messages = messages;
        this.attempts = attempts;
        this.keys = keys;
        this.connectors = connectors.stream().collect(Collectors.toMap(Connector::key, Function.identity()));
        this.transaction = new TransactionTemplate(manager);
    }

    Connector connector(Target target) {
        return Optional.ofNullable(connectors.get(target.connector()))
                .orElseThrow(() -> new IllegalStateException("no connector is called " + target.connector()));
    }

    /** Delivers a claimed lane and notes what became of it. */
    void deliver(Target target, Lane lane) {
        long begun = System.nanoTime();
        Messages.Prepared prepared = messages.of(lane);
        Message message = prepared.message();
        Mask mask = prepared.mask();
        Recorder recorder = new Recorder();
        Outcome outcome = recorder.during(() -> leases.holding(lane, () -> attempt(target, lane, message, mask)));
        String said = detail(outcome);
        String detail = said == null ? null : mask.line(said);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        List<Exchange> exchanges =
                recorder.exchanges().stream().map(mask::exchange).toList();
        var note = new Attempts.Note(message.version(), name(outcome), detail, millis, exchanges);
        Scope.system(
                "courier",
                () -> transaction.executeWithoutResult(status -> {
                    acknowledge(target, lane, message, outcome, detail);
                    attempts.note(lane.id(), note);
                }));
        log.info(
                "delivery target={} type={} code={} version={} outcome={} millis={}",
                lane.target(),
                lane.type(),
                message.code(),
                message.version(),
                name(outcome),
                millis);
    }

    private Outcome attempt(Target target, Lane lane, Message message, Mask mask) {
        try {
            Connection connection = targets.connect(target);
            mask.hide(connection.secrets().values());
            Connector connector = connector(target);
            boolean neverThere = lane.deliveredVersion() == 0 && lane.targetKey() == null;
            boolean nothingToTell = message.merged() && neverThere;
            if (nothingToTell && lane.epoch() == 1) {
                return new Outcome.Unneeded();
            }
            if (lane.unknownBefore() || nothingToTell) {
                Reading reading = connector.read(connection, message);
                if (reading instanceof Reading.Failed failed) {
                    return failed.why();
                }
                if (reading instanceof Reading.Found found) {
                    return found.stage() == null && Sameness.covers(found.body(), message.body())
                            ? new Outcome.Accepted(found.targetKey(), found.version())
                            : connector.push(connection, message.heldAs(found.targetKey()));
                }
                if (nothingToTell) {
                    return new Outcome.Unneeded();
                }
            }
            return connector.push(connection, message);
        } catch (RuntimeException e) {
            log.error("delivery target={} code={} failed inside the hub", lane.target(), message.code(), e);
            return new Outcome.Unknown("the hub failed: " + e.getClass().getSimpleName());
        }
    }

    private void acknowledge(Target target, Lane lane, Message message, Outcome outcome, @Nullable String detail) {
        String error = detail == null ? name(outcome) : detail;
        if (outcome instanceof Outcome.Accepted accepted) {
            if (lanes.delivered(lane, message.version(), accepted)) {
                keys.add(lane.target(), lane.type(), accepted.targetKey(), lane.recordId(), clock.instant());
            }
        } else if (outcome instanceof Outcome.Unneeded) {
            lanes.unneeded(lane, message.version());
        } else if (outcome instanceof Outcome.Underway underway) {
            lanes.underway(lane, underway);
        } else if (outcome instanceof Outcome.Rejected) {
            lanes.failed(lane, message.version(), name(outcome), error, null);
        } else if (outcome instanceof Outcome.Unknown) {
            Duration pause =
                    Backoff.cap(lane.attempts() + 1).map(Backoff::jittered).orElse(null);
            lanes.failed(lane, message.version(), name(outcome), error, pause);
        } else {
            lanes.putBack(lane, name(outcome), error);
            stop(target, outcome, error);
        }
    }

    /** It is the target that does not serve, not the record that is wrong. */
    void stop(Target target, Outcome outcome, String why) {
        if (outcome instanceof Outcome.Unauthorized) {
            targets.pause(target.name(), true, why);
            log.warn("target {} is paused: {}", target.name(), why);
            return;
        }
        Instant until = outcome instanceof Outcome.Throttled throttled
                ? throttled.until()
                : outcome instanceof Outcome.Unavailable unavailable ? unavailable.until() : null;
        // soon, for it may have been one bad moment; if not, every five seconds from then on
        double seconds = until == null
                ? ThreadLocalRandom.current().nextDouble()
                : Math.max(0, Duration.between(clock.instant(), until).toMillis() / 1000.0);
        targets.open(target.name(), seconds, why);
    }

    static String name(Outcome outcome) {
        return outcome.getClass().getSimpleName();
    }

    /** What a person should read about it; null where all is well. */
    static @Nullable String detail(Outcome outcome) {
        String text = null;
        if (outcome instanceof Outcome.Rejected rejected) {
            text = rejected.refusals().stream()
                    .map(refusal ->
                            refusal.field() == null ? refusal.message() : refusal.field() + ": " + refusal.message())
                    .collect(Collectors.joining("; "));
        } else if (outcome instanceof Outcome.Unauthorized unauthorized) {
            text = unauthorized.why();
        } else if (outcome instanceof Outcome.Unavailable unavailable) {
            text = unavailable.why();
        } else if (outcome instanceof Outcome.Unknown unknown) {
            text = unknown.why();
        } else if (outcome instanceof Outcome.Throttled) {
            text = "too many calls";
        }
        return text == null ? null : text.substring(0, Math.min(MAX_ERROR, text.length()));
    }
}
