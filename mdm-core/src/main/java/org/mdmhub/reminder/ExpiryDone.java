package org.mdmhub.reminder;

import java.sql.Date;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.expiry.Deadlines.Due;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Last days that were acted upon. */
@Component
class ExpiryDone {

    private final JdbcClient jdbc;

    ExpiryDone(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param request that the hub asked for, null where there was nothing left to do */
    int note(Due due, @Nullable UUID request) {
        return jdbc.sql("insert into expiry_done (record_id, kind, item_id, day, request_id)"
                        + " values (:record, :kind, :item, :day, :request) on conflict do nothing")
                .param("record", due.record())
                .param("kind", due.kind())
                .param("item", due.item())
                .param("day", Date.valueOf(due.day()))
                .param("request", request, Types.OTHER)
                .update();
    }
}
