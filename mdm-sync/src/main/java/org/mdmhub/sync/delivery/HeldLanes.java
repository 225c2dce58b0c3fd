package org.mdmhub.sync.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Held;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of a record has not left yet: its lanes to living targets are held back, and none has the version that is wanted. */
@Component
class HeldLanes implements Held {

    private static final String LANES =
            "select l.not_before, l.not_before is null or l.not_before <= now() or l.lease_until is not null"
                    + " or l.delivered_version >= l.wanted_version as gone"
                    + " from lane l join target t on t.name = l.target"
                    + " where l.record_id = ? and t.mode = 'LIVE' order by l.target";
    private static final String KEPT = LANES + " for no key update of l";

    private final JdbcClient jdbc;

    HeldLanes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Standing(@Nullable Instant until, boolean gone) {}

    @Override
    public Hold look(long record) {
        return hold(jdbc.sql(LANES).param(record).query(HeldLanes::standing).list());
    }

    @Override
    public Hold keep(long record) {
        return hold(jdbc.sql(KEPT).param(record).query(HeldLanes::standing).list());
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        OffsetDateTime until = row.getObject("not_before", OffsetDateTime.class);
        return new Standing(until == null ? null : until.toInstant(), row.getBoolean("gone"));
    }

    private static Hold hold(List<Standing> lanes) {
        Instant first = lanes.stream()
                .map(Standing::until)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new Hold(lanes.stream().anyMatch(Standing::gone), first);
    }
}
