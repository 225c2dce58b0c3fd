package org.mdmhub.road;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last decision on each request, as who made it left the request and its record. */
@Component
class UndoWindows {

    private final ChangeRequests requests;
    private final MasterRecords records;
    private final JdbcClient jdbc;

    UndoWindows(ChangeRequests requests, MasterRecords records, JdbcClient jdbc) {
        this.requests = requests;
        this.records = records;
        this.jdbc = jdbc;
    }

    /** What must still be so for the decision to be taken back. */
    record Window(
            String login,
            Instant decidedAt,
            int requestVersion,
            @Nullable Integer recordVersion) {}

    /** A decision was taken by hand; called in its transaction, behind all its effects. */
    void open(ChangeRequest request, String login, Instant now) {
        requests.flush();
        Long id = request.recordId();
        Integer record = request.status() != ChangeStatus.APPLIED || id == null
                ? null
                : records.find(id).map(MasterRecord::version).orElse(null);
        jdbc.sql("insert into undo_window (request_id, login, decided_at, request_version, record_version)"
                        + " values (?, ?, ?, ?, ?::integer) on conflict (request_id) do update"
                        + " set login = excluded.login, decided_at = excluded.decided_at,"
                        + " request_version = excluded.request_version, record_version = excluded.record_version,"
                        + " taken_back_at = null, reversal_id = null")
                .param(1, request.id())
                .param(2, login)
                .param(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param(4, request.version())
                .param(5, record, java.sql.Types.INTEGER)
                .update();
    }

    /** The window of a request that nobody has used yet. */
    Optional<Window> find(UUID request) {
        return jdbc.sql("select login, decided_at, request_version, record_version from undo_window"
                        + " where request_id = ? and taken_back_at is null")
                .param(request)
                .query((row, number) -> new Window(
                        row.getString("login"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getInt("request_version"),
                        row.getObject("record_version", Integer.class)))
                .optional();
    }

    /** @param reversal the request that put the record back, null where there was nothing to put back */
    void close(UUID request, @Nullable UUID reversal, Instant now) {
        jdbc.sql("update undo_window set taken_back_at = ?, reversal_id = ?::uuid where request_id = ?")
                .param(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param(2, reversal, java.sql.Types.OTHER)
                .param(3, request)
                .update();
    }
}
