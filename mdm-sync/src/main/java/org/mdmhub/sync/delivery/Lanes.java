package org.mdmhub.sync.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.target.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of lanes: wanting, claiming, acknowledging. Times are the database's. */
@Component
class Lanes {

    private static final int LEASE_SECONDS = 30;
    private static final int SLOW_ATTEMPTS = 20;
    private static final int SLOW_SECONDS = 300;

    // a lease that nobody gave back belonged to a courier that died, perhaps after it had sent
    private static final String CLAIM = """
            update lane set lease_until = now() + make_interval(secs => ?), lease_epoch = lease_epoch + 1,
                nudged_seen = nudged,
                last_outcome = case when lease_until is null then last_outcome else 'Unknown' end
            where id = (
                select id from lane
                where target = ? and state in ('PENDING', 'UNDERWAY', 'RETRYING', 'HELD')
                  and next_attempt_at <= now()
                  and (not_before is null or not_before <= now())
                  and (lease_until is null or lease_until < now())
                  and exists (select from target t where t.name = lane.target
                        and not t.paused and t.circuit_open_until is null)
                  and not exists (select from lane s where s.target = lane.target and s.record_id = lane.behind_id
                        and (s.state in ('PENDING', 'UNDERWAY', 'RETRYING', 'HELD')
                            or s.state = 'NEEDS_STEWARD' and s.target_key is null))
                order by next_attempt_at limit 1
                for no key update skip locked)
            returning *
            """;

    private static final String CLAIM_ONE = """
            update lane set lease_until = now() + make_interval(secs => ?), lease_epoch = lease_epoch + 1,
                nudged_seen = nudged,
                last_outcome = case when lease_until is null then last_outcome else 'Unknown' end,
                state = case when state = 'NEEDS_STEWARD' then 'PENDING' else state end
            where id = ? and (lease_until is null or lease_until < now())
              and (not_before is null or not_before <= now())
              and not exists (select from lane s where s.target = lane.target and s.record_id = lane.behind_id
                    and (s.state in ('PENDING', 'UNDERWAY', 'RETRYING', 'HELD')
                        or s.state = 'NEEDS_STEWARD' and s.target_key is null))
            returning *
            """;

    private static final String WANT = """
            insert into lane (target, record_id, type, wanted_version, state, not_before, behind_id, next_attempt_at,
                wanted_since) values (?, ?, ?, ?, ?, now() + make_interval(secs => ?), ?, now(), now())
            on conflict (target, record_id) do update set wanted_version = excluded.wanted_version,
                state = excluded.state, not_before = excluded.not_before, behind_id = excluded.behind_id,
                next_attempt_at = now(), attempts = 0, last_error = null,
                wanted_since = case when lane.state = 'DELIVERED' then now() else lane.wanted_since end
            """;

    private final JdbcClient jdbc;

    Lanes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The target should hold this version of the record; what came before is superseded.
     *
     * @param survivor the record that it was merged into, whose delivery goes first; null for a living one
     */
    void want(String target, long record, String type, int version, int holdSeconds, @Nullable Long survivor) {
        jdbc.sql(WANT)
                .param(1, target)
                .param(2, record)
                .param(3, type)
                .param(4, version)
                .param(5, holdSeconds > 0 ? "HELD" : "PENDING")
                .param(6, holdSeconds)
                .param(7, survivor, Types.BIGINT)
                .update();
    }

    /**
     * Takes the next due lane of a target under a lease. Whether the target is served is asked in the same statement: it may
     * have closed itself since the courier looked, in the transaction that gave this very lane back.
     */
    Optional<Lane> claim(String target) {
        return jdbc.sql(CLAIM).params(LEASE_SECONDS, target).query(Lanes::lane).optional();
    }

    /** Takes one lane whatever its turn; none where a courier has it, or where its survivor goes first. */
    Optional<Lane> claim(UUID id) {
        return jdbc.sql(CLAIM_ONE).params(LEASE_SECONDS, id).query(Lanes::lane).optional();
    }

    /** Keeps a lease for another while, unless it was lost. */
    void renew(Lane lane) {
        jdbc.sql("update lane set lease_until = now() + make_interval(secs => ?) where id = ? and lease_epoch = ?"
                        + " and lease_until is not null")
                .params(LEASE_SECONDS, lane.id(), lane.epoch())
                .update();
    }

    /** False where the lease was lost meanwhile: then somebody else speaks for the lane. */
    boolean delivered(Lane lane, int version, Outcome.Accepted accepted) {
        return jdbc.sql(
                                "update lane set delivered_version = ?, target_key = ?, target_version = ?, stage = null,"
                                        + " attempts = attempts + 1, last_outcome = 'Accepted', last_error = null,"
                                        + " state = case when wanted_version <= ? and nudged = nudged_seen then 'DELIVERED'"
                                        + " else 'PENDING' end, next_attempt_at = now(), lease_until = null where id = ? and lease_epoch = ?")
                        .param(1, version)
                        .param(2, accepted.targetKey())
                        .param(3, accepted.version(), Types.VARCHAR)
                        .param(4, version)
                        .param(5, lane.id())
                        .param(6, lane.epoch())
                        .update()
                > 0;
    }

    /** The record is merged, and the target never held it: there is nothing to tell. */
    void unneeded(Lane lane, int version) {
        jdbc.sql("update lane set attempts = attempts + 1, last_outcome = 'Unneeded', last_error = null, stage = null,"
                        + " state = case when wanted_version <= ? and nudged = nudged_seen then 'DELIVERED'"
                        + " else 'PENDING' end, next_attempt_at = now(), lease_until = null"
                        + " where id = ? and lease_epoch = ?")
                .params(version, lane.id(), lane.epoch())
                .update();
    }

    /** Begun there and not finished; one that does not come on for long is counted among the failing. */
    void underway(Lane lane, Outcome.Underway underway) {
        boolean slow = lane.attempts() >= SLOW_ATTEMPTS;
        jdbc.sql("update lane set target_key = ?,"
                        + " stage = case when nudged = nudged_seen then ? end, last_outcome = 'Underway', lease_until = null,"
                        + " attempts = attempts + 1, last_error = ?, state = ?,"
                        + " next_attempt_at = greatest(?, now() + make_interval(secs => ?))"
                        + " where id = ? and lease_epoch = ?")
                .param(1, underway.targetKey())
                .param(2, underway.stage())
                .param(3, slow ? "unfinished in the target at " + underway.stage() : null, Types.VARCHAR)
                .param(4, slow ? "RETRYING" : "UNDERWAY")
                .param(5, OffsetDateTime.ofInstant(underway.lookAgainAt(), ZoneOffset.UTC))
                .param(6, slow ? SLOW_SECONDS : 0)
                .param(7, lane.id())
                .param(8, lane.epoch())
                .update();
    }

    /**
     * It failed after it was sent.
     *
     * @param pause until it is tried again; null where somebody must look first; a newer version goes at once
     */
    void failed(Lane lane, int version, String outcome, String error, @Nullable Duration pause) {
        jdbc.sql(
                        "update lane set attempts = case when wanted_version > ? or nudged > nudged_seen then 0 else attempts + 1 end,"
                                + " last_outcome = ?, last_error = ?, lease_until = null,"
                                + " state = case when wanted_version > ? or nudged > nudged_seen then 'PENDING' else ? end,"
                                + " next_attempt_at = case when wanted_version > ? or nudged > nudged_seen then now()"
                                + " else now() + make_interval(secs => ?) end where id = ? and lease_epoch = ?")
                .params(
                        version,
                        outcome,
                        error,
                        version,
                        pause == null ? "NEEDS_STEWARD" : "RETRYING",
                        version,
                        pause == null ? 0.0 : pause.toMillis() / 1000.0,
                        lane.id(),
                        lane.epoch())
                .update();
    }

    /** It never left: the target as a whole does not serve, no attempt is used, and others have their turn first. */
    void putBack(Lane lane, String outcome, @Nullable String error) {
        jdbc.sql("update lane set last_outcome = ?, last_error = ?, lease_until = null, next_attempt_at = now()"
                        + " where id = ? and lease_epoch = ?")
                .param(1, lane.unknownBefore() ? "Unknown" : outcome)
                .param(2, error, Types.VARCHAR)
                .param(3, lane.id())
                .param(4, lane.epoch())
                .update();
    }

    /** The target is to get it again, whole. */
    int again(String target) {
        return jdbc.sql(
                        "update lane set delivered_version = 0, state = 'PENDING', attempts = 0, next_attempt_at = now(),"
                                + " wanted_since = now() where target = ?")
                .param(target)
                .update();
    }

    /**
     * Those of a target in the caller's scope that failed are tried again at once, by the couriers and in their order.
     *
     * @param since only what has been owed since then, null for all
     */
    int resend(String target, @Nullable Instant since) {
        return jdbc.sql("update lane set state = 'PENDING', attempts = 0, next_attempt_at = now()"
                        + " where target = ? and state in ('NEEDS_STEWARD', 'RETRYING')"
                        + " and wanted_since >= coalesce(?::timestamptz, '-infinity')"
                        + " and (lease_until is null or lease_until < now())"
                        + " and exists (select from record r where r.id = lane.record_id)")
                .param(1, target)
                .param(2, since == null ? null : since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** False where there is nothing to skip any more: a newer version is wanted, or a courier has it in hand. */
    boolean skip(Lane lane, String reason) {
        return jdbc.sql("update lane set state = 'DELIVERED', last_outcome = 'Skipped', last_error = ?, stage = null,"
                                + " lease_until = null, lease_epoch = lease_epoch + 1 where id = ?"
                                + " and wanted_version = ? and state <> 'DELIVERED'"
                                + " and (lease_until is null or lease_until < now())")
                        .params(reason, lane.id(), lane.wantedVersion())
                        .update()
                > 0;
    }

    /** Lanes of records in the caller's scope, by keyset. */
    List<Lane> page(LaneQuery query) {
        return jdbc.sql("select l.* from lane l join record r on r.id = l.record_id where l.id > :after"
                        + " and (:target::text is null or l.target = :target)"
                        + " and (:type::text is null or l.type = :type)"
                        + " and (:state::text is null or l.state = :state)"
                        + " and (not :owed or l.state <> 'DELIVERED')"
                        + " and (:code::text is null or r.code = :code) order by l.id limit :limit")
                .param("after", query.after())
                .param("target", query.target(), Types.VARCHAR)
                .param("type", query.type(), Types.VARCHAR)
                .param("state", query.state() == null ? null : query.state().name(), Types.VARCHAR)
                .param("code", query.code(), Types.VARCHAR)
                .param("owed", query.owed())
                .param("limit", query.limit())
                .query(Lanes::lane)
                .list();
    }

    /** Of those the ones that somebody must look at, however many others there are. */
    List<Lane> needSteward(@Nullable String type, UUID after, int limit) {
        return jdbc.sql("select l.* from lane l join record r on r.id = l.record_id"
                        + " where l.state = 'NEEDS_STEWARD' and l.id > ? and l.type = coalesce(?, l.type)"
                        + " order by l.id limit ?")
                .param(1, after)
                .param(2, type, Types.VARCHAR)
                .param(3, limit)
                .query(Lanes::lane)
                .list();
    }

    Optional<Lane> find(UUID id) {
        return jdbc.sql("select l.* from lane l join record r on r.id = l.record_id where l.id = ?")
                .param(id)
                .query(Lanes::lane)
                .optional();
    }

    static Lane lane(ResultSet row, int number) throws SQLException {
        Lane.State state = Lane.State.valueOf(row.getString("state"));
        OffsetDateTime notBefore = row.getObject("not_before", OffsetDateTime.class);
        OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
        boolean tried = state != Lane.State.DELIVERED && state != Lane.State.NEEDS_STEWARD;
        return new Lane(
                row.getObject("id", UUID.class),
                row.getString("target"),
                row.getLong("record_id"),
                row.getString("type"),
                row.getInt("wanted_version"),
                row.getInt("delivered_version"),
                state,
                state == Lane.State.HELD && notBefore != null ? notBefore.toInstant() : null,
                row.getInt("attempts"),
                tried ? next.toInstant() : null,
                row.getLong("lease_epoch"),
                row.getString("target_key"),
                row.getString("stage"),
                row.getString("last_outcome"),
                row.getString("last_error"));
    }
}
