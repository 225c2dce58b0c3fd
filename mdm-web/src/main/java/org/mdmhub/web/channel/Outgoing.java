package org.mdmhub.web.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has to go out: each statement is a transaction of its own and safe with several nodes. */
@Component
class Outgoing {

    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int MOST_IN_ONE = 50;

    private static final String CLAIM = """
            update notice_delivery set state = 'UNDERWAY', owner = :owner, attempts = attempts + 1,
                lease_until = now() + make_interval(secs => :lease)
            where id in (select id from notice_delivery where state = 'WAITING' and due_at <= now() and turn = :turn
                order by due_at, id for update skip locked limit 1)
            returning *
            """;

    private static final String REST_OF_DIGEST = """
            update notice_delivery set state = 'UNDERWAY', owner = :owner, attempts = attempts + 1,
                lease_until = now() + make_interval(secs => :lease)
            where id in (select id from notice_delivery where state = 'WAITING' and due_at <= now() and turn = :turn
                and digest and login = :login order by id for update skip locked limit :most)
            returning *
            """;

    private final JdbcClient jdbc;

    Outgoing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something claimed: one of these goes into the letter. */
    record Item(
            UUID id,
            UUID notice,
            @Nullable String login,
            @Nullable Integer group,
            String carrier,
            boolean digest,
            int attempts) {}

    record Turn(String turn, String carrier) {}

    /** Addresses for which something is due, of these channels. */
    List<Turn> turns(Collection<String> carriers) {
        return jdbc.sql("select distinct d.turn, d.carrier from notice_delivery d"
                        + " left join notice_turn t on t.turn = d.turn"
                        + " where d.state = 'WAITING' and d.due_at <= now() and d.carrier = any (?)"
                        + " and (t.not_before is null or t.not_before <= now()) limit 100")
                .param(carriers.toArray(String[]::new))
                .query((row, number) -> new Turn(row.getString("turn"), row.getString("carrier")))
                .list();
    }

    /** Whether the address may be spoken to now; the next time is then {@code apart} later. */
    boolean take(String turn, Duration apart) {
        return jdbc.sql("insert into notice_turn (turn, not_before) values (?, now() + make_interval(secs => ?))"
                                + " on conflict (turn) do update set not_before = excluded.not_before"
                                + " where notice_turn.not_before <= now()")
                        .params(turn, apart.toMillis() / 1000.0)
                        .update()
                > 0;
    }

    /** The next of an address, with all others of its digest; none where another node was quicker. */
    List<Item> claim(String turn, UUID owner) {
        List<Item> first = jdbc.sql(CLAIM)
                .param("owner", owner)
                .param("turn", turn)
                .param("lease", LEASE.toSeconds())
                .query(Outgoing::item)
                .list();
        if (first.isEmpty() || !first.get(0).digest()) {
            return first;
        }
        List<Item> rest = jdbc.sql(REST_OF_DIGEST)
                .param("owner", owner)
                .param("turn", turn)
                .param("lease", LEASE.toSeconds())
                .param("login", first.get(0).login())
                .param("most", MOST_IN_ONE - 1)
                .query(Outgoing::item)
                .list();
        return java.util.stream.Stream.concat(first.stream(), rest.stream()).toList();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("notice_id", UUID.class),
                row.getString("login"),
                (Integer) row.getObject("group_id"),
                row.getString("carrier"),
                row.getBoolean("digest"),
                row.getInt("attempts"));
    }

    /** That is the end of it. */
    void end(UUID owner, String state, String outcome) {
        jdbc.sql("update notice_delivery set state = ?, outcome = ?, lease_until = null"
                        + " where owner = ? and state = 'UNDERWAY'")
                .params(state, excerpt(outcome), owner)
                .update();
    }

    void drop(UUID id, UUID owner) {
        jdbc.sql("update notice_delivery set state = 'DROPPED', lease_until = null"
                        + " where id = ? and owner = ? and state = 'UNDERWAY'")
                .params(id, owner)
                .update();
    }

    /** It is tried again; {@code counted} where the attempt was one. */
    void again(UUID owner, Duration wait, String outcome, boolean counted) {
        jdbc.sql("update notice_delivery set state = 'WAITING', outcome = ?, lease_until = null,"
                        + " due_at = now() + make_interval(secs => ?), attempts = attempts - ?"
                        + " where owner = ? and state = 'UNDERWAY'")
                .params(excerpt(outcome), wait.toMillis() / 1000.0, counted ? 0 : 1, owner)
                .update();
    }

    /** The whole address is left alone. */
    void rest(String turn, Duration wait) {
        jdbc.sql("update notice_turn set not_before = greatest(not_before, now() + make_interval(secs => ?))"
                        + " where turn = ?")
                .params(wait.toMillis() / 1000.0, turn)
                .update();
    }

    /** What a dead node left, and what waited for days; {@code repeats} are channels whose letters may go once more. */
    void recover(Collection<String> repeats) {
        jdbc.sql("update notice_delivery set lease_until = null, outcome = 'the hub ended while it was sent',"
                        + " state = case when carrier = any (?) then 'WAITING' else 'UNKNOWN' end"
                        + " where state = 'UNDERWAY' and lease_until < now()")
                .param(repeats.toArray(String[]::new))
                .update();
        jdbc.sql("update notice_delivery set state = 'FAILED', outcome = 'not sent within three days'"
                        + " where state = 'WAITING' and due_at < now() - interval '3 days'")
                .update();
    }

    private static String excerpt(String text) {
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    /** The last ones of a group, for the administrator. */
    List<Sent> last(int group, int most) {
        return jdbc.sql("select state, created_at, coalesce(outcome, '') as outcome, attempts from notice_delivery"
                        + " where group_id = ? order by id desc limit ?")
                .params(group, most)
                .query((row, number) -> new Sent(
                        row.getString("state"),
                        row.getObject("created_at", java.time.OffsetDateTime.class)
                                .toInstant(),
                        row.getString("outcome"),
                        row.getInt("attempts")))
                .list();
    }

    /** What became of one. */
    record Sent(String state, java.time.Instant at, String outcome, int attempts) {}
}
