package org.mdmhub.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Scope;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Link instead of merge: an ordinary change request writes the relation, and the pair leaves the queue for as long as that
 * request may come to something.
 */
@Component
public class PairLinks {

    private static final String REASON = "linked ";
    private static final Set<ChangeStatus> NOTHING_CAME = Set.of(ChangeStatus.REJECTED, ChangeStatus.WITHDRAWN);

    private static final String OF_REQUEST = """
            select l.pair_id, l.decision, l.linked_by, l.relation, l.stands, p.decision as now, p.status
            from pair_link l join duplicate_pair p on p.id = l.pair_id where l.request_id = ?
            """;

    private final DuplicatePairs pairs;
    private final PairDecisions decisions;
    private final MasterRecords records;
    private final MasterTypes types;
    private final ChangeRequests requests;
    private final Road road;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PairLinks(
            DuplicatePairs pairs,
            PairDecisions decisions,
            MasterRecords records,
            MasterTypes types,
            ChangeRequests requests,
            Road road,
            JdbcClient jdbc,
            PlatformTransactionManager manager) {
        this.pairs = pairs;
        this.decisions = decisions;
        this.records = records;
        this.types = types;
        this.requests = requests;
        this.road = road;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
    }

    /** A link as it was asked for, with what must be known to take its pair back into the queue. */
    private record Kept(
            UUID pair,
            UUID decision,
            String by,
            String relation,
            boolean stands,
            @Nullable UUID now,
            String status) {}

    /**
     * Asks for the link and takes the pair out of the queue.
     *
     * @param pair open, and his to judge
     * @param link between the two of the pair
     * @param why as the request's reason
     * @return the request; empty where the pair is not open, not his, or not of these two
     * @throws org.mdmhub.road.Refused where he may not ask for it, or it is there already
     */
    public Optional<UUID> link(UUID pair, Link link, String why, Actor actor) {
        Optional<Ask> ask = Scope.of(
                actor, () -> Objects.requireNonNull(transaction.execute(status -> ask(pair, link, why, actor))));
        if (ask.isEmpty()) {
            return Optional.empty();
        }
        UUID request = road.ask(ask.get(), actor);
        PairDecisions.Report left = decisions.dismiss(List.of(pair), REASON + link.kind(), actor);
        jdbc.sql("insert into pair_link (request_id, pair_id, decision, linked_by, relation) values (?, ?, ?, ?, ?)")
                .params(request, pair, left.id(), actor.login(), link.kind())
                .update();
        return Optional.of(request);
    }

    private Optional<Ask> ask(UUID id, Link link, String why, Actor actor) {
        return pairs.find(id, actor.unitsWith(Right.JUDGE_DUPLICATES))
                .filter(pair -> pair.status().equals("OPEN"))
                .filter(pair -> Set.copyOf(pair.codes()).equals(Set.of(link.on(), link.to())))
                .flatMap(pair ->
                        records.find(pair.type(), link.on()).map(record -> ask(pair.type(), record, link, why)));
    }

    private Ask ask(String type, MasterRecord record, Link link, String why) {
        boolean list = Link.inList(types.fields(type).stream().map(Field::key).toList());
        Map<String, @Nullable Object> fields = link.fields(list, records.values(type, record));
        return Ask.update(type, record.code(), record.version(), fields, why);
    }

    /** The request behind a decision in the queue, where that was a link. */
    Optional<UUID> requestOf(UUID decision) {
        return jdbc.sql("select request_id from pair_link where decision = ? and stands")
                .param(decision)
                .query(UUID.class)
                .optional();
    }

    /** What a request comes to its pair comes to: back into the queue with a refusal, out of it again where that is undone. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void touched(Road.RequestTouched touched) {
        jdbc.sql(OF_REQUEST)
                .param(touched.id())
                .query((row, number) -> new Kept(
                        row.getObject("pair_id", UUID.class),
                        row.getObject("decision", UUID.class),
                        row.getString("linked_by"),
                        row.getString("relation"),
                        row.getBoolean("stands"),
                        row.getObject("now", UUID.class),
                        row.getString("status")))
                .optional()
                .ifPresent(kept -> requests.find(touched.id()).ifPresent(request -> follow(request, kept)));
    }

    private void follow(ChangeRequest request, Kept kept) {
        boolean stands = !NOTHING_CAME.contains(request.status());
        if (stands == kept.stands()) {
            return;
        }
        if (!stands && kept.status().equals("DISMISSED") && kept.decision().equals(kept.now())) {
            pairs.reopen(kept.pair(), kept.by(), Instant.now());
        } else if (stands && kept.status().equals("OPEN")) {
            pairs.dismiss(kept.pair(), kept.by(), REASON + kept.relation(), Instant.now());
            jdbc.sql("update duplicate_pair set decision = ? where id = ?")
                    .params(kept.decision(), kept.pair())
                    .update();
        }
        jdbc.sql("update pair_link set stands = ? where request_id = ?")
                .params(stands, request.id())
                .update();
    }
}
