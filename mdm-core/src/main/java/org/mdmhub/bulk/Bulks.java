package org.mdmhub.bulk;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Jobs;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for many decisions at once, and says what became of them. */
@Component
public class Bulks {

    /** So many at most. */
    public static final int MOST = 1000;

    private static final String SELECT = """
            select b.id, b.verdict, b.comment, b.asked_at, count(*) as total,
                count(*) filter (where i.state = 'DONE') as done, count(*) filter (where i.state = 'REFUSED') as refused,
                (select j.state in ('WAITING', 'RUNNING') from job j where j.id = b.job_id) as running
            from bulk b join bulk_item i on i.bulk_id = b.id
            where b.id = ? and b.asked_by = ? group by b.id
            """;

    private final Jobs jobs;
    private final JdbcClient jdbc;

    Bulks(Jobs jobs, JdbcClient jdbc) {
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    /** Asks for it; each request stands in it once and is one that there is. It begins once the transaction has committed. */
    @Transactional
    public UUID ask(Verdict verdict, List<Bulk.Item> items, @Nullable String comment, Actor actor) {
        UUID id = jdbc.sql("insert into bulk (verdict, comment, asked_by, job_id)"
                        + " values (?, ?, ?, time_ordered_uuid()) returning id")
                .param(1, verdict.name())
                .param(2, comment, java.sql.Types.VARCHAR)
                .param(3, actor.login())
                .query(UUID.class)
                .single();
        IntStream.range(0, items.size())
                .forEach(place -> jdbc.sql(
                                "insert into bulk_item (bulk_id, position, request_id, version) values (?, ?, ?, ?)"
                                        + " on conflict do nothing")
                        .params(
                                id,
                                place + 1,
                                items.get(place).id(),
                                items.get(place).version())
                        .update());
        UUID job = jobs.ask(BulkWork.KIND, id.toString(), Map.of(), actor.login());
        jdbc.sql("update bulk set job_id = ? where id = ?").params(job, id).update();
        return id;
    }

    /** His own; empty for others'. */
    @Transactional(readOnly = true)
    public Optional<Bulk> find(UUID id, Actor reader) {
        return jdbc.sql(SELECT)
                .params(id, reader.login())
                .query((row, number) -> new Bulk(
                        row.getObject("id", UUID.class),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("comment"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getInt("total"),
                        row.getInt("done"),
                        row.getInt("refused"),
                        row.getBoolean("running")))
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Bulk.Report> report(UUID id, Actor reader) {
        return find(id, reader).map(bulk -> new Bulk.Report(bulk, results(id)));
    }

    private List<Bulk.Result> results(UUID id) {
        return jdbc.sql("select request_id, version, state, code from bulk_item where bulk_id = ? order by position")
                .param(id)
                .query((row, number) -> new Bulk.Result(
                        row.getObject("request_id", UUID.class),
                        row.getInt("version"),
                        Bulk.State.valueOf(row.getString("state")),
                        row.getString("code")))
                .list();
    }

    /** What comes next of it, in the order of the page. */
    @Transactional(readOnly = true)
    List<Bulk.Item> waiting(UUID id, int most) {
        return jdbc.sql("select request_id, version from bulk_item where bulk_id = ? and state = 'WAITING'"
                        + " order by position limit ?")
                .params(id, most)
                .query((row, number) -> new Bulk.Item(row.getObject("request_id", UUID.class), row.getInt("version")))
                .list();
    }

    /** What one of the decisions is: who asked for it, and which. */
    record Order(Verdict verdict, @Nullable String comment, String askedBy) {}

    @Transactional(readOnly = true)
    Order order(UUID id) {
        return jdbc.sql("select verdict, comment, asked_by from bulk where id = ?")
                .param(id)
                .query((row, number) -> new Order(
                        Verdict.valueOf(row.getString("verdict")), row.getString("comment"), row.getString("asked_by")))
                .single();
    }

    /** Written in the transaction of the decision; who finds that another one noted it has decided nothing. */
    void settled(UUID id, UUID request, ChangeStatus status) {
        boolean conflict = status == ChangeStatus.CONFLICT;
        note(id, request, conflict ? Bulk.State.REFUSED : Bulk.State.DONE, conflict ? "conflict" : null);
    }

    @Transactional
    void refused(UUID id, UUID request, String code) {
        note(id, request, Bulk.State.REFUSED, code);
    }

    private void note(UUID id, UUID request, Bulk.State state, @Nullable String code) {
        int noted = jdbc.sql("update bulk_item set state = ?, code = ?, at = now()"
                        + " where bulk_id = ? and request_id = ? and state = 'WAITING'")
                .param(1, state.name())
                .param(2, code, java.sql.Types.VARCHAR)
                .param(3, id)
                .param(4, request)
                .update();
        if (noted == 0) {
            throw new Settled();
        }
    }

    /** Another node was there before. */
    static final class Settled extends RuntimeException {}
}
