package org.mdmhub.duplicate;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a steward says of one pair or of many at once, and how he takes it back. */
@Component
public class PairDecisions {

    /** So long a decision can be taken back: nothing has left for anybody, only the queue is shorter. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    /** So many pairs are decided at once. */
    public static final int MOST = 1000;

    private static final String JUDGED = """
            select p.id from duplicate_pair p join record one on one.id = p.first_id join record other on other.id = p.second_id
            where p.id = any (?) and (one.org_unit_id = any (?) or other.org_unit_id = any (?)) order by p.id
            """;

    private static final String LAST = """
            select decision, min(decided_at) as at, count(*) as pairs, min(reason) as reason from duplicate_pair
            where decided_by = ? and decided_at > ? and status = 'DISMISSED' and decision is not null
            group by decision order by 2 desc limit 1
            """;

    private static final String OF_DECISION = """
            select id from duplicate_pair where decision = ? and decided_by = ? and decided_at > ? and status = 'DISMISSED'
            order by id for update
            """;

    private final DuplicatePairs pairs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PairDecisions(DuplicatePairs pairs, JdbcClient jdbc, PlatformTransactionManager manager) {
        this.pairs = pairs;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
    }

    /**
     * What became of a decision.
     *
     * @param id by which it is taken back
     * @param done pairs that were dismissed
     * @param late how many somebody had decided on before, or were not his to judge
     */
    public record Report(UUID id, List<UUID> done, int late) {}

    /** Somebody's last decision that still holds and can be taken back. */
    public record Last(UUID id, Instant at, int pairs, String reason) {}

    /** They are not the same: all in one go; those that are not open or not his are told and left. */
    public Report dismiss(Collection<UUID> ids, String reason, Actor actor) {
        Instant now = Instant.now();
        UUID decision = UUID.randomUUID();
        List<UUID> done = in(actor, () -> {
            List<UUID> dismissed = new ArrayList<>();
            for (UUID id : judged(ids, actor)) {
                if (pairs.dismiss(id, actor.login(), reason, now)) {
                    dismissed.add(id);
                }
            }
            jdbc.sql("update duplicate_pair set decision = ? where id = any (?)")
                    .params(decision, dismissed.toArray(UUID[]::new))
                    .update();
            return dismissed;
        });
        return new Report(decision, done, ids.size() - done.size());
    }

    /** The decision on a pair that he made in the queue and that still holds. */
    Optional<UUID> of(UUID pair, Actor actor) {
        return jdbc.sql("select decision from duplicate_pair where id = ? and decided_by = ? and decided_at > ?"
                        + " and status = 'DISMISSED' and decision is not null")
                .params(pair, actor.login(), since())
                .query(UUID.class)
                .optional();
    }

    /** Whether a decision is his and can still be taken back. */
    boolean holds(UUID decision, Actor actor) {
        return jdbc.sql("select count(*) from duplicate_pair where decision = ? and decided_by = ? and decided_at > ?"
                                + " and status = 'DISMISSED'")
                        .params(decision, actor.login(), since())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<UUID> judged(Collection<UUID> ids, Actor actor) {
        Integer[] units = actor.unitsWith(Right.JUDGE_DUPLICATES).toArray(Integer[]::new);
        return jdbc.sql(JUDGED)
                .params(ids.toArray(UUID[]::new), units, units)
                .query(UUID.class)
                .list();
    }

    /** His last decision in the queue that he can still take back. */
    public Optional<Last> last(Actor actor) {
        return jdbc.sql(LAST)
                .params(actor.login(), since())
                .query((row, number) -> new Last(
                        row.getObject("decision", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("pairs"),
                        row.getString("reason")))
                .optional();
    }

    /** Takes a decision back; how many pairs are open again, none where it is too late or not his. */
    int takeBack(UUID decision, Actor actor) {
        return in(
                actor,
                () -> reopen(
                        jdbc.sql(OF_DECISION)
                                .params(decision, actor.login(), since())
                                .query(UUID.class)
                                .list(),
                        actor));
    }

    /** The same for one pair, however it was dismissed by him. */
    boolean reopen(UUID pair, Actor actor) {
        return in(
                        actor,
                        () -> reopen(
                                jdbc.sql(
                                                "select id from duplicate_pair where id = any (?) and decided_by = ? and decided_at > ?"
                                                        + " and status = 'DISMISSED' for update")
                                        .params(
                                                judged(Set.of(pair), actor).toArray(UUID[]::new),
                                                actor.login(),
                                                since())
                                        .query(UUID.class)
                                        .list(),
                                actor))
                > 0;
    }

    private int reopen(List<UUID> ids, Actor actor) {
        Instant now = Instant.now();
        return (int)
                ids.stream().filter(id -> pairs.reopen(id, actor.login(), now)).count();
    }

    private <T> T in(Actor actor, java.util.function.Supplier<T> work) {
        return Scope.of(actor, () -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private static OffsetDateTime since() {
        return OffsetDateTime.ofInstant(Instant.now().minus(WINDOW), ZoneOffset.UTC);
    }
}
