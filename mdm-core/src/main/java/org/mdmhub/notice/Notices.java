package org.mdmhub.notice;

import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells people, in the caller's transaction: what was rolled back is told to nobody. */
@Component
public class Notices {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Notices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void tell(Notice notice) {
        jdbc.sql("insert into notice (login, kind, request_id, args, once)"
                        + " select login, :kind, :request, :args::jsonb, :once from unnest(:to::text[]) login"
                        + " on conflict do nothing")
                .param("kind", notice.kind())
                .param("request", notice.request(), Types.OTHER)
                .param("args", json.writeValueAsString(notice.args()))
                .param("once", notice.once())
                .param("to", notice.to().toArray(String[]::new))
                .update();
    }
}
