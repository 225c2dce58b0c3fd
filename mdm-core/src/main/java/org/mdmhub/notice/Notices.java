package org.mdmhub.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tells people things, and shows each what he was told. */
@Component
public class Notices {

    private static final Logger log = LoggerFactory.getLogger(Notices.class);

    /** More people are not told of one thing. */
    public static final int MOST = 50;

    private static final String WRITE = """
            insert into notice (login, kind, request_id, args, once, quiet)
            select u.login, :kind, :request, :args::jsonb, :once,
                coalesce((select c.choice = 'OFF' from notice_choice c
                    where c.login = u.login and c.way = 'PROGRAM' and c.kind = :chosen), false)
            from app_user u where u.login = any (:to) and not u.disabled
            on conflict (login, once) where once <> '' do nothing
            returning id
            """;

    // a digest goes out when it is the person's hour for the next time
    private static final String BY_MAIL = """
            insert into notice_delivery (notice_id, login, carrier, turn, digest, due_at)
            select n.id, n.login, 'mail', 'mail', w.digest, case when not w.digest then now() else
                (w.today + case when w.today <= now() at time zone :zone then interval '1 day' else interval '0' end)
                at time zone :zone end
            from notice n join notice_person p on p.login = n.login and p.mail is not null
            cross join lateral (select coalesce((select c.choice from notice_choice c
                    where c.login = n.login and c.way = 'MAIL' and c.kind = :chosen), :usual) as choice) c
            cross join lateral (select c.choice = 'DIGEST' as digest,
                date_trunc('day', now() at time zone :zone) + make_interval(hours => p.digest_hour) as today) w
            where n.id = any (:ids) and c.choice <> 'OFF'
            """;

    // a group is told of an event once, however many people are; only of requests of its organisation
    private static final String TO_GROUPS = """
            with recursive below as (
                select g.id as channel, g.unit as unit from notice_channel g
                union select b.channel, o.id from below b join org_unit o on o.parent_id = b.unit)
            insert into notice_delivery (notice_id, group_id, carrier, turn, once)
            select :first, g.id, lower(g.carrier), 'group:' || g.id, :once
            from notice_channel g
            where g.active and (jsonb_array_length(g.kinds) = 0 or jsonb_exists(g.kinds, :chosen))
              and exists (select from change_request r join below b on b.channel = g.id
                  and b.unit in (r.org_unit_id, r.owner_unit_id) where r.id = :request)
            on conflict (turn, once) where once <> '' do nothing
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Notices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes it for each of its people, at most {@link #MOST}, inside the caller's transaction. */
    @Transactional
    public void tell(Notice notice) {
        List<String> to = notice.to().stream().sorted().limit(MOST).toList();
        if (to.size() < notice.to().size()) {
            log.warn(
                    "{} people were to be told {}; the first {} are",
                    notice.to().size(),
                    notice.kind(),
                    MOST);
        }
        String chosen = NoticeChoices.chosenAs(notice.kind());
        Map<String, Object> values = new HashMap<>();
        values.put("kind", notice.kind());
        values.put("chosen", chosen);
        values.put("args", json.writeValueAsString(notice.args()));
        values.put("once", notice.once());
        values.put("to", to.toArray(String[]::new));
        List<UUID> written = jdbc.sql(WRITE)
                .params(values)
                .param("request", notice.request(), java.sql.Types.OTHER)
                .query(UUID.class)
                .list();
        if (!written.isEmpty()) {
            send(notice, chosen, written);
        }
    }

    private void send(Notice notice, String chosen, List<UUID> written) {
        jdbc.sql(BY_MAIL)
                .param("ids", written.toArray(UUID[]::new))
                .param("chosen", chosen)
                .param("usual", NoticeChoices.usual(Way.MAIL, chosen).name())
                .param("zone", ZoneId.systemDefault().getId())
                .update();
        if (notice.request() != null) {
            jdbc.sql(TO_GROUPS)
                    .param("first", written.get(0))
                    .param("once", notice.once())
                    .param("chosen", chosen)
                    .param("request", notice.request())
                    .update();
        }
    }

    /** What somebody was told, newest first. */
    public List<Told> of(String login, UUID before, int most) {
        return jdbc.sql("select * from notice where login = ? and not quiet and id < ? order by id desc limit ?")
                .params(login, before, most)
                .query(this::told)
                .list();
    }

    public Optional<Told> find(UUID id) {
        return jdbc.sql("select * from notice where id = ?")
                .param(id)
                .query(this::told)
                .optional();
    }

    /** How many are new to each of these people, counted to a hundred; who has none is left out. */
    public Map<String, Integer> unread(Collection<String> logins) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("select l.login, (select count(*) from (select 1 from notice n where n.login = l.login"
                        + " and n.read_at is null and not n.quiet limit 100) few) as few"
                        + " from unnest(?::text[]) as l (login)")
                .param(logins.toArray(String[]::new))
                .query(row -> {
                    if (row.getInt("few") > 0) {
                        counts.put(row.getString("login"), row.getInt("few"));
                    }
                });
        return counts;
    }

    /** Marks one as read; nothing happens where it is another's. */
    public void read(String login, UUID id) {
        jdbc.sql("update notice set read_at = now() where id = ? and login = ? and read_at is null")
                .params(id, login)
                .update();
    }

    public void readAll(String login) {
        jdbc.sql("update notice set read_at = now() where login = ? and read_at is null and not quiet")
                .param(login)
                .update();
    }

    /** What was asked for is done, or no longer wanted: it is new to nobody, and what has not gone out stays here. */
    public void settle(UUID request, List<String> kinds) {
        String[] settled = kinds.toArray(String[]::new);
        int mails = jdbc.sql("update notice_delivery d set state = 'DROPPED' from notice n where n.id = d.notice_id"
                        + " and d.state = 'WAITING' and n.request_id = ? and n.kind = any (?)")
                .params(request, settled)
                .update();
        int read = jdbc.sql("update notice set read_at = now() where request_id = ? and kind = any (?)"
                        + " and read_at is null")
                .params(request, settled)
                .update();
        log.debug("{} notices and {} deliveries of a request are settled", read, mails);
    }

    /** What was told while something was set up is news to nobody. */
    @Transactional
    public void settleAll() {
        jdbc.sql("update notice_delivery set state = 'DROPPED' where state = 'WAITING'")
                .update();
        jdbc.sql("update notice set read_at = now() where read_at is null").update();
    }

    /** What was told long ago is forgotten. */
    @Transactional
    public int forgetOld() {
        jdbc.sql("delete from notice_delivery where created_at < now() - interval '90 days'")
                .update();
        return jdbc.sql("delete from notice where told_at < now() - interval '90 days'")
                .update();
    }

    private Told told(ResultSet row, int number) throws SQLException {
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new Told(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("kind"),
                row.getObject("request_id", UUID.class),
                json.readValue(row.getString("args"), new TypeReference<>() {}),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }
}
