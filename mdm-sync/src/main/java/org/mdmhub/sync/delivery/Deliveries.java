package org.mdmhub.sync.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people and other systems see of deliveries, and what they can do about them. */
@Component
public class Deliveries {

    private static final int MOST_FAILURES = 2000;

    private final Lanes lanes;
    private final Attempts attempts;
    private final Targets targets;
    private final Delivery delivery;
    private final Doorbell doorbell;
    private final JdbcClient jdbc;

    Deliveries(Lanes lanes, Attempts attempts, Targets targets, Delivery delivery, Doorbell doorbell, JdbcClient jdbc) {
        this.lanes = lanes;
        this.attempts = attempts;
        this.targets = targets;
        this.delivery = delivery;
        this.doorbell = doorbell;
        this.jdbc = jdbc;
    }

    /**
     * How a target stands.
     *
     * @param lagSeconds age of the oldest change that it does not hold yet
     * @param pending lanes that couriers will still take by themselves
     * @param failing lanes that failed after sending, or that somebody must look at
     */
    public record Standing(long lagSeconds, int pending, int failing) {}

    /**
     * How a target stands with the records in the caller's scope.
     *
     * @param lagSeconds age of the oldest change that it does not hold yet
     * @param waiting lanes whose turn is still to come
     * @param underway begun there and not finished
     * @param held within the window in which a decision can be undone
     * @param retrying failed after sending, tried again by themselves
     * @param refused waiting for somebody to look
     * @param sentToday accepted since midnight
     */
    public record Figures(
            long lagSeconds, int waiting, int underway, int held, int retrying, int refused, int sentToday) {

        public int failing() {
            return retrying + refused;
        }

        public int pending() {
            return waiting + underway + held;
        }
    }

    /** So many lanes of a type failed with the same words. */
    public record Failure(String type, @Nullable String error, int lanes) {}

    /** Lanes of records in the caller's scope. */
    @Transactional(readOnly = true)
    public List<Lane> page(LaneQuery query) {
        return lanes.page(query);
    }

    /** Lanes of records in the caller's scope that somebody must look at, by keyset. */
    @Transactional(readOnly = true)
    public List<Lane> needSteward(@Nullable String type, UUID after, int limit) {
        return lanes.needSteward(type, after, limit);
    }

    @Transactional(readOnly = true)
    public Optional<Lane> find(UUID id) {
        return lanes.find(id);
    }

    /** What was tried with a lane, the newest first; nothing where its record lies outside the caller's scope. */
    @Transactional(readOnly = true)
    public List<Attempt> attempts(UUID lane) {
        return lanes.find(lane).map(found -> attempts.of(found.id())).orElse(List.of());
    }

    /** Of records in the caller's scope. */
    @Transactional(readOnly = true)
    public Figures figures(String target) {
        return jdbc.sql("select coalesce(extract(epoch from now() - min(l.wanted_since)), 0)::bigint as lag,"
                        + " count(*) filter (where l.state = 'PENDING') as waiting,"
                        + " count(*) filter (where l.state = 'UNDERWAY') as underway,"
                        + " count(*) filter (where l.state = 'HELD') as held,"
                        + " count(*) filter (where l.state = 'RETRYING') as retrying,"
                        + " count(*) filter (where l.state = 'NEEDS_STEWARD') as refused,"
                        + " (select count(*) from delivery_attempt a join lane s on s.id = a.lane_id"
                        + " join record o on o.id = s.record_id where s.target = :target"
                        + " and a.outcome = 'Accepted' and a.at >= date_trunc('day', now())) as sent"
                        + " from lane l join record r on r.id = l.record_id"
                        + " where l.target = :target and l.state <> 'DELIVERED'")
                .param("target", target)
                .query((row, number) -> new Figures(
                        row.getLong("lag"),
                        row.getInt("waiting"),
                        row.getInt("underway"),
                        row.getInt("held"),
                        row.getInt("retrying"),
                        row.getInt("refused"),
                        row.getInt("sent")))
                .single();
    }

    /** What failed of records in the caller's scope, by the words that were said, the most frequent first. */
    @Transactional(readOnly = true)
    public List<Failure> failures(String target) {
        return jdbc.sql("select l.type, l.last_error, count(*) as lanes from lane l join record r on r.id = l.record_id"
                        + " where l.target = ? and l.state in ('RETRYING', 'NEEDS_STEWARD')"
                        + " group by l.type, l.last_error order by lanes desc limit ?")
                .params(target, MOST_FAILURES)
                .query((row, number) ->
                        new Failure(row.getString("type"), row.getString("last_error"), row.getInt("lanes")))
                .list();
    }

    public Standing standing(String target) {
        return jdbc.sql("select coalesce(extract(epoch from now() - min(wanted_since)"
                        + " filter (where state <> 'DELIVERED')), 0)::bigint as lag,"
                        + " count(*) filter (where state in ('PENDING', 'UNDERWAY', 'RETRYING', 'HELD')) as pending,"
                        + " count(*) filter (where state in ('RETRYING', 'NEEDS_STEWARD')) as failing"
                        + " from lane where target = ?")
                .param(target)
                .query((row, number) -> new Standing(row.getLong("lag"), row.getInt("pending"), row.getInt("failing")))
                .single();
    }

    /** Tries at once, also on an open circuit. False where nothing may be sent now or a courier has it in hand. */
    public boolean retry(Lane lane) {
        Target target = targets.find(lane.target()).orElseThrow();
        if (target.mode() != Target.Mode.LIVE || target.paused()) {
            return false;
        }
        Optional<Lane> claimed = lanes.claim(lane.id());
        claimed.ifPresent(taken -> delivery.deliver(target, taken));
        return claimed.isPresent();
    }

    /** Owes the target this version no longer; the next one goes out as ever. False where it is too late for that. */
    public boolean skip(Lane lane, String reason) {
        return lanes.skip(lane, reason);
    }

    /**
     * What failed of records in the caller's scope is tried again by the couriers, in their order; how many lanes.
     *
     * @param since only what has been owed since then, null for all
     */
    @Transactional
    public int resend(String target, @Nullable Instant since) {
        return lanes.resend(target, since);
    }

    /** Brings everything to the target again. */
    public int replay(String target) {
        int lanesAgain = lanes.again(target);
        doorbell.ring();
        return lanesAgain;
    }

    /** What a person should read about an outcome; null where all is well. */
    public static @Nullable String detail(Outcome outcome) {
        return Delivery.detail(outcome);
    }

    /** Asks the target whether it serves and lets us in; closes its circuit where it does. */
    public Outcome check(Target target) {
        Outcome outcome = delivery.connector(target).probe(targets.connect(target));
        if (outcome instanceof Outcome.Accepted) {
            targets.close(target.name());
            doorbell.ring();
        }
        return outcome;
    }
}
