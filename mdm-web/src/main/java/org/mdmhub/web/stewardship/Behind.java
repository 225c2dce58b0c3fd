package org.mdmhub.web.stewardship;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests behind a number, the longest waiting or last done first. */
@Component
class Behind {

    static final int MOST = 200;

    private static final String WAITING_FIRST = " order by s.opened_at limit " + MOST;
    private static final String DONE_LAST = " order by s.done_at desc limit " + MOST;
    private static final String OPEN_STEPS = where("s.done_at is null") + WAITING_FIRST;
    private static final String LATE_STEPS = where("s.done_at is null and s.due_at < :now") + WAITING_FIRST;
    private static final String DONE_STEPS = where("s.done_at >= :since and s.decided_by is not null") + DONE_LAST;
    private static final String DONE_LATE_STEPS =
            where("s.done_at >= :since and s.due_at < s.done_at and s.decided_by is not null") + DONE_LAST;
    private static final String RETURNED_STEPS = where("s.done_at >= :since and s.verdict = 'RETURN'") + DONE_LAST;
    private static final String REJECTED_STEPS = where("s.done_at >= :since and s.verdict = 'REJECT'") + DONE_LAST;

    private final JdbcClient jdbc;

    Behind(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which number it is that somebody wants to see behind. */
    enum What {
        OPEN,
        LATE,
        DONE,
        DONE_LATE,
        RETURNED,
        REJECTED;

        static What of(String text) {
            for (What what : values()) {
                if (what.key().equals(text)) {
                    return what;
                }
            }
            return OPEN;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A step of a request. */
    record Line(
            UUID request,
            String number,
            String type,
            String kind,
            int unit,
            String requestedBy,
            String seats,
            Instant openedAt,
            @Nullable Instant dueAt,
            @Nullable Instant doneAt,
            @Nullable String decidedBy) {}

    private static String where(String condition) {
        return "select s.*, r.number, r.requested_by from step_time s"
                + " join change_request r on r.id = s.request_id where " + condition
                + " and s.unit_id = any (:units) and (:type::text is null or s.type = :type)"
                + " and (:seats::text is null or s.roles = :seats)"
                + " and (:person::text is null or s.decided_by = :person)"
                + " and (:field::text is null or exists (select from decision d where d.request_id = s.request_id"
                + " and d.round = s.round and d.fields @> to_jsonb(array[:field::text])))";
    }

    private JdbcClient.StatementSpec statement(What what) {
        return switch (what) {
            case OPEN -> jdbc.sql(OPEN_STEPS);
            case LATE -> jdbc.sql(LATE_STEPS);
            case DONE -> jdbc.sql(DONE_STEPS);
            case DONE_LATE -> jdbc.sql(DONE_LATE_STEPS);
            case RETURNED -> jdbc.sql(RETURNED_STEPS);
            case REJECTED -> jdbc.sql(REJECTED_STEPS);
        };
    }

    /** {@code seats}, {@code person} and {@code field} are null where they do not matter. */
    List<Line> lines(Scope scope, What what, @Nullable String seats, @Nullable String person, @Nullable String field) {
        return scope.on(statement(what))
                .param("seats", seats, java.sql.Types.VARCHAR)
                .param("person", person, java.sql.Types.VARCHAR)
                .param("field", field, java.sql.Types.VARCHAR)
                .query((row, number) -> new Line(
                        row.getObject("request_id", UUID.class),
                        row.getString("number"),
                        row.getString("type"),
                        row.getString("kind"),
                        row.getInt("unit_id"),
                        row.getString("requested_by"),
                        row.getString("roles"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("due_at", OffsetDateTime.class)),
                        instant(row.getObject("done_at", OffsetDateTime.class)),
                        row.getString("decided_by")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
