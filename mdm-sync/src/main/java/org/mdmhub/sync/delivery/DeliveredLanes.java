package org.mdmhub.sync.delivery;

import org.mdmhub.quality.Delivered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A record has left the hub once any target has got any version of it. */
@Component
class DeliveredLanes implements Delivered {

    private final JdbcClient jdbc;

    DeliveredLanes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isDelivered(long recordId) {
        return jdbc.sql("select exists (select 1 from lane where record_id = ?"
                        + " and (delivered_version > 0 or target_key is not null))")
                .param(recordId)
                .query(Boolean.class)
                .single();
    }
}
