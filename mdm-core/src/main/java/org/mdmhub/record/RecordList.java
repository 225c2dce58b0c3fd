package org.mdmhub.record;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists and searches masters within the caller's scope, by keyset in the order in which they came to be. */
@Component
public class RecordList {

    private static final String PAGE = """
            select r.id from record r
            where r.type = :type and r.id > :after
              and (:status::text is null or r.status = :status)
              and (:orgUnit::integer is null or r.org_unit_id = :orgUnit)
              and (:updatedSince::timestamptz is null or r.updated_at >= :updatedSince)
              and (:part::text is null or exists (
                    select from search_term t where t.record_id = r.id and t.term like :part))
            order by r.id limit :limit
            """;

    private final JdbcClient jdbc;
    private final MasterRecords records;

    RecordList(JdbcClient jdbc, MasterRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /**
     * What is asked for.
     *
     * @param q part of a search term, null for all
     * @param after id of the last record of the page before, 0 at the beginning
     * @param limit records at most
     */
    public record Query(
            String type,
            @Nullable String q,
            @Nullable RecordStatus status,
            @Nullable Integer orgUnit,
            @Nullable Instant updatedSince,
            long after,
            int limit) {

        private @Nullable String part() {
            String folded = q == null ? "" : SearchTerms.fold(q);
            return folded.isEmpty() ? null : "%" + folded.replaceAll("([%_\\\\])", "\\\\$1") + "%";
        }
    }

    public List<MasterRecord> page(Query query) {
        Instant since = query.updatedSince();
        List<Long> ids = jdbc.sql(PAGE)
                .param("type", query.type())
                .param("after", query.after())
                .param("status", query.status() == null ? null : query.status().name(), Types.VARCHAR)
                .param("orgUnit", query.orgUnit(), Types.INTEGER)
                .param(
                        "updatedSince",
                        since == null ? null : OffsetDateTime.ofInstant(since, ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("part", query.part(), Types.VARCHAR)
                .param("limit", query.limit())
                .query(Long.class)
                .list();
        return ids.isEmpty() ? List.of() : records.all(ids);
    }
}
