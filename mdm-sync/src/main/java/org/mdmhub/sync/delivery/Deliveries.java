package org.mdmhub.sync.delivery;

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

    private final Lanes lanes;
    private final Targets targets;
    private final Delivery delivery;
    private final Doorbell doorbell;
    private final JdbcClient jdbc;

    Deliveries(Lanes lanes, Targets targets, Delivery delivery, Doorbell doorbell, JdbcClient jdbc) {
        this.lanes = lanes;
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

    /** Lanes of records in the caller's scope. */
    @Transactional(readOnly = true)
    public List<Lane> page(LaneQuery query) {
        return lanes.page(query);
    }

    @Transactional(readOnly = true)
    public Optional<Lane> find(UUID id) {
        return lanes.find(id);
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
