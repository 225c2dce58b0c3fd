package org.mdmhub.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of long work. */
@Component
public class Jobs {

    private static final int KEPT_DAYS = 7;
    static final int LEASE_SECONDS = 30;
    private static final int MAX_ERROR = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    Jobs(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /** There is work to do; heard once the transaction has committed. */
    record Asked(UUID job) {}

    /** Asks for work; it begins once the caller's transaction has committed. */
    @Transactional
    public UUID ask(String kind, String subject, Map<String, ?> content, String askedBy) {
        UUID id = jdbc.sql("insert into job (kind, subject, content, asked_by)"
                        + " values (?, ?, ?::jsonb, ?) returning id")
                .params(kind, subject, json.writeValueAsString(content), askedBy)
                .query(UUID.class)
                .single();
        events.publishEvent(new Asked(id));
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<Job> find(UUID id) {
        return jdbc.sql("select * from job where id = ?")
                .param(id)
                .query(this::job)
                .optional();
    }

    /** The last one of a kind about something. */
    @Transactional(readOnly = true)
    public Optional<Job> last(String kind, String subject) {
        return jdbc.sql("select * from job where kind = ? and subject = ? order by id desc limit 1")
                .params(kind, subject)
                .query(this::job)
                .optional();
    }

    /** Gives up whatever of the kind about the subject has not ended. */
    @Transactional
    public void cancel(String kind, String subject) {
        jdbc.sql("update job set state = 'CANCELLED', finished_at = now()"
                        + " where kind = ? and subject = ? and state in ('WAITING', 'RUNNING')")
                .params(kind, subject)
                .update();
    }

    /** Gives it up; nothing happens to one that has ended. */
    @Transactional
    public void cancel(UUID id) {
        jdbc.sql("update job set state = 'CANCELLED', finished_at = now()"
                        + " where id = ? and state in ('WAITING', 'RUNNING')")
                .param(id)
                .update();
    }

    /** What nobody looks at any more. */
    @Transactional
    public void prune() {
        jdbc.sql("delete from job where state not in ('WAITING', 'RUNNING')"
                        + " and created_at < now() - make_interval(days => ?)")
                .param(KEPT_DAYS)
                .update();
    }

    /** Takes the work that nobody is at and that has waited longest for its turn; its node's lease lasts until the next batch. */
    @Transactional
    Optional<Job> claim() {
        return jdbc.sql("update job set state = 'RUNNING', started_at = coalesce(started_at, now()),"
                        + " lease_until = now() + make_interval(secs => ?), lease_epoch = lease_epoch + 1"
                        + " where id = (select id from job where state in ('WAITING', 'RUNNING')"
                        + " and (lease_until is null or lease_until < now())"
                        + " order by lease_until nulls first, id limit 1 for update skip locked) returning *")
                .param(LEASE_SECONDS)
                .query(this::job)
                .optional();
    }

    /** Notes a batch in the transaction that made it; false where the work was given up or went to another node. */
    public boolean note(Job job, Work.Step step) {
        return jdbc.sql("update job set total = ?, done = ?, found = ?, last_id = ?, stage = ?,"
                                + " state = case when ? then 'DONE' else state end,"
                                + " finished_at = case when ? then now() end,"
                                + " lease_until = now() + make_interval(secs => ?)"
                                + " where id = ? and lease_epoch = ? and state = 'RUNNING'")
                        .params(
                                step.total(),
                                step.done(),
                                step.found(),
                                step.lastId(),
                                step.stage(),
                                step.ended(),
                                step.ended(),
                                LEASE_SECONDS,
                                job.id(),
                                job.epoch())
                        .update()
                > 0;
    }

    /** It is still being worked at; nothing happens where it was given up or went to another node. */
    @Transactional
    void renew(Job job) {
        jdbc.sql("update job set lease_until = now() + make_interval(secs => ?)"
                        + " where id = ? and lease_epoch = ? and state = 'RUNNING'")
                .params(LEASE_SECONDS, job.id(), job.epoch())
                .update();
    }

    /** Lets other work have its turn; false where there is none, and it goes on. */
    @Transactional
    boolean giveWay(Job job) {
        return jdbc.sql("update job set lease_until = now() where id = ? and lease_epoch = ? and state = 'RUNNING'"
                                + " and exists (select from job other where other.id <> job.id"
                                + " and other.state in ('WAITING', 'RUNNING')"
                                + " and (other.lease_until is null or other.lease_until < now()))")
                        .params(job.id(), job.epoch())
                        .update()
                > 0;
    }

    /** False where it was given up or went to another node. */
    @Transactional
    boolean fail(Job job, String error) {
        return jdbc.sql("update job set state = 'FAILED', error = ?, finished_at = now()"
                                + " where id = ? and lease_epoch = ? and state = 'RUNNING'")
                        .params(error.substring(0, Math.min(MAX_ERROR, error.length())), job.id(), job.epoch())
                        .update()
                > 0;
    }

    private Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                json.readValue(row.getString("content"), new TypeReference<>() {}),
                row.getString("asked_by"),
                Job.State.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("found"),
                row.getLong("last_id"),
                row.getInt("stage"),
                row.getString("error"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getLong("lease_epoch"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
