package org.mdmhub.talk;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wants to hear of a request or of a record. Who asked for a request watches it unless he said no. */
@Component
class Watchers {

    private static final String OF_REQUEST = """
            select w.login from watcher w where w.request_id = :request and w.watching
            union select r.requested_by from change_request r where r.id = :request and not exists
                (select from watcher w where w.request_id = r.id and w.login = r.requested_by and not w.watching)
            """;

    private static final String OF_RECORD = """
            with recursive led (id) as (
                select :record::bigint union select r.id from record r join led on r.survivor_id = led.id)
            select w.login from watcher w join led on led.id = w.record_id where w.watching and not exists
                (select from watcher n where n.record_id = :record and n.login = w.login and not n.watching)
            """;

    private final JdbcClient jdbc;

    Watchers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> ofRequest(UUID request) {
        return jdbc.sql(OF_REQUEST)
                .param("request", request)
                .query(String.class)
                .set();
    }

    /** Who watched a record that was merged into it hears of it too, unless he said no. */
    Set<String> ofRecord(long record) {
        return jdbc.sql(OF_RECORD).param("record", record).query(String.class).set();
    }

    /** Somebody comes to watch by himself, as by a mention; who said no is left alone. */
    void join(UUID request, String login) {
        jdbc.sql("insert into watcher (login, request_id, watching) values (?, ?, true) on conflict do nothing")
                .params(login, request)
                .update();
    }

    void watchRequest(UUID request, String login, boolean watching) {
        jdbc.sql("insert into watcher (login, request_id, watching) values (?, ?, ?)"
                        + " on conflict (login, request_id) do update set watching = excluded.watching")
                .params(login, request, watching)
                .update();
    }

    void watchRecord(long record, String login, boolean watching) {
        jdbc.sql("insert into watcher (login, record_id, watching) values (?, ?, ?)"
                        + " on conflict (login, record_id) do update set watching = excluded.watching")
                .params(login, record, watching)
                .update();
    }
}
