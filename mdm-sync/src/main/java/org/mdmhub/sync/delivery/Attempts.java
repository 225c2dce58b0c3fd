package org.mdmhub.sync.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.target.Exchange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The attempts of each lane: the last twenty, for thirty days. */
@Component
class Attempts {

    static final int PER_LANE = 20;
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Attempts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What an attempt came to; its exchanges are masked already. */
    record Note(int version, String outcome, @Nullable String detail, long millis, List<Exchange> exchanges) {}

    /** Adds one and lets go of what is one too many. */
    void note(UUID lane, Note note) {
        jdbc.sql("insert into delivery_attempt (lane_id, at, version, outcome, detail, millis, exchanges)"
                        + " values (?, now(), ?, ?, ?, ?, ?::jsonb)")
                .param(1, lane)
                .param(2, note.version())
                .param(3, note.outcome())
                .param(4, note.detail(), Types.VARCHAR)
                .param(5, (int) note.millis())
                .param(6, json.writeValueAsString(note.exchanges()))
                .update();
        jdbc.sql("delete from delivery_attempt where lane_id = ? and id <= (select id from delivery_attempt"
                        + " where lane_id = ? order by id desc offset ? limit 1)")
                .params(lane, lane, PER_LANE)
                .update();
    }

    /** Those of a lane, the newest first. Whether the reader may see the lane is for the caller to ask. */
    List<Attempt> of(UUID lane) {
        return jdbc.sql("select * from delivery_attempt where lane_id = ? order by id desc limit ?")
                .params(lane, PER_LANE)
                .query(this::attempt)
                .list();
    }

    /** Deletes what is older, in short transactions of its own; how many went. */
    int prune(int days) {
        int all = 0;
        int gone;
        do {
            gone = jdbc.sql("delete from delivery_attempt where id in (select id from delivery_attempt"
                            + " where at < now() - make_interval(days => ?) order by at limit ?)")
                    .params(days, BATCH)
                    .update();
            all += gone;
        } while (gone == BATCH);
        return all;
    }

    private Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("version"),
                row.getString("outcome"),
                row.getString("detail"),
                row.getLong("millis"),
                json.readValue(row.getString("exchanges"), new TypeReference<>() {}));
    }
}
