package org.mdmhub.mother;

import java.util.List;
import java.util.UUID;
import org.mdmhub.organisation.Scope;
import org.mdmhub.record.RecordWritten;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Leaves records as a merge and its undoing leave them for those who only look at what comes out of it. */
@TestComponent
public class Merger {

    private static final String REVISION = """
            insert into revision (id, at, who, why, cause, kind, merge_id)
            values (next_revision(), clock_timestamp(), 'steward', 'they are the same', 'REQUEST', ?, ?)
            returning id
            """;
    private static final String AUDIT = """
            insert into record_aud (id, rev, revtype, type, code, org_unit_id, status, survivor_id, version, updated_at)
            select id, ?, 1, type, code, org_unit_id, status, survivor_id, version, updated_at from record where id = ?
            """;
    private static final String MERGED =
            "update record set status = 'MERGED', survivor_id = ?, version = version + 1 where id = ?";
    private static final String LIVING =
            "update record set status = 'ACTIVE', survivor_id = null, version = version + 1 where id = ?";
    private static final String WRITTEN = "update record set version = version + 1 where id = ?";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    public Merger(JdbcClient jdbc, ApplicationEventPublisher events, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(manager);
    }

    /** Merges the loser into the survivor; what both then lead to is for the reader to find. */
    public UUID merge(String type, String survivor, String loser) {
        UUID merge = UUID.randomUUID();
        written(type, "MERGE", merge, survivor, loser);
        return merge;
    }

    public void unmerge(String type, UUID merge, String survivor, String loser) {
        written(type, "UNMERGE", merge, survivor, loser);
    }

    private void written(String type, String kind, UUID merge, String survivor, String loser) {
        Scope.system(
                "test",
                () -> transaction.executeWithoutResult(status -> {
                    long stays = id(type, survivor);
                    long goes = id(type, loser);
                    jdbc.sql(WRITTEN).param(stays).update();
                    if (kind.equals("MERGE")) {
                        jdbc.sql(MERGED).params(stays, goes).update();
                    } else {
                        jdbc.sql(LIVING).param(goes).update();
                    }
                    long revision = jdbc.sql(REVISION)
                            .params(kind, merge)
                            .query(Long.class)
                            .single();
                    for (long id : List.of(stays, goes)) {
                        jdbc.sql(AUDIT).params(revision, id).update();
                        events.publishEvent(event(type, id));
                    }
                }));
    }

    private long id(String type, String code) {
        return jdbc.sql("select id from record where type = ? and code = ?")
                .params(type, code)
                .query(Long.class)
                .single();
    }

    private RecordWritten event(String type, long id) {
        return jdbc.sql("select code, version from record where id = ?")
                .param(id)
                .query((row, number) ->
                        new RecordWritten(type, id, row.getString("code"), row.getInt("version"), false, false))
                .single();
    }
}
