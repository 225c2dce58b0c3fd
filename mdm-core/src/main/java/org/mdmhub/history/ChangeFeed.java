package org.mdmhub.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All changes of masters by revision, for whoever follows along. Revisions commit out of order, so it ends before the first
 * that a running transaction may still come before. What was told never changes, and nothing is ever added before it.
 */
@Component
public class ChangeFeed {

    private static final String PAGE = """
            select a.rev, a.id, v.at, r.type, r.code, coalesce(v.kind, v.cause) as kind, a.version, v.merge_id,
                (select s.code from record_aud s where s.id = a.survivor_id order by s.rev limit 1) as survivor
            from record_aud a join revision v on v.id = a.rev join record r on r.id = a.id
            where (a.rev, a.id) > (:revision, :record)
              and a.rev <= :settled
              and (:type::text is null or r.type = :type)
            order by a.rev, a.id limit :limit
            """;

    private static final String MEMBERS = """
            select a.rev, a.id, a.code, a.survivor_id, p.survivor_id as before,
                (select s.code from record_aud s where s.id = coalesce(a.survivor_id, p.survivor_id)
                    order by s.rev limit 1) as into
            from record_aud a left join lateral (
                select o.survivor_id from record_aud o where o.id = a.id and o.rev < a.rev order by o.rev desc limit 1) p on true
            where a.rev = any (:revisions::bigint[]) order by a.code
            """;

    private final JdbcClient jdbc;

    ChangeFeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a reader stands: behind this record of this revision; all of a revision is behind {@link #after}. */
    public record Position(long revision, long record) {

        public static Position after(long revision) {
            return new Position(revision, Long.MAX_VALUE);
        }
    }

    /**
     * One record's part in a change.
     *
     * @param survivorCode code of the record that it was merged into and since then leads to, null where it stood for itself
     * @param codes of a merge and its undoing the survivor and those that went or came back; else its own
     */
    public record Change(
            long revision,
            long record,
            Instant at,
            String type,
            String code,
            String kind,
            int version,
            @Nullable UUID mergeId,
            @Nullable String survivorCode,
            List<String> codes) {}

    private record Member(
            long rev, long id, String code, @Nullable String into, boolean moved) {}

    /** The next changes of records in the caller's scope, in the order of their revisions. */
    public List<Change> page(Position after, @Nullable String type, int limit) {
        // a statement of its own: what ended before it is in the snapshot of the next one
        long settled = jdbc.sql("select settled_revision()").query(Long.class).single();
        List<Change> page = jdbc.sql(PAGE)
                .param("settled", settled)
                .param("revision", after.revision())
                .param("record", after.record())
                .param("type", type, Types.VARCHAR)
                .param("limit", limit)
                .query(ChangeFeed::change)
                .list();
        Set<Long> merges = page.stream()
                .filter(change -> change.mergeId() != null)
                .map(Change::revision)
                .collect(Collectors.toSet());
        if (merges.isEmpty()) {
            return page;
        }
        Map<Long, List<Member>> members = members(merges);
        return page.stream()
                .map(change -> members.containsKey(change.revision())
                        ? withCodes(change, members.get(change.revision()))
                        : change)
                .toList();
    }

    private Map<Long, List<Member>> members(Collection<Long> revisions) {
        return jdbc.sql(MEMBERS).param("revisions", revisions.toArray(new Long[0])).query(ChangeFeed::member).stream()
                .collect(Collectors.groupingBy(Member::rev));
    }

    private static Change withCodes(Change change, List<Member> members) {
        Set<String> codes = new TreeSet<>();
        String first = change.code();
        for (Member member : members) {
            String into = member.into();
            if (member.moved() && member.id() == change.record() && into != null) {
                return with(change, List.of(into, change.code()));
            }
            if (member.moved()) {
                codes.add(member.code());
            }
        }
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(codes);
        return with(change, all);
    }

    private static Change with(Change change, List<String> codes) {
        return new Change(
                change.revision(),
                change.record(),
                change.at(),
                change.type(),
                change.code(),
                change.kind(),
                change.version(),
                change.mergeId(),
                change.survivorCode(),
                codes);
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        String code = row.getString("code");
        return new Change(
                row.getLong("rev"),
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                code,
                row.getString("kind"),
                row.getInt("version"),
                row.getObject("merge_id", UUID.class),
                row.getString("survivor"),
                List.of(code));
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        Long now = row.getObject("survivor_id", Long.class);
        Long before = row.getObject("before", Long.class);
        return new Member(
                row.getLong("rev"),
                row.getLong("id"),
                row.getString("code"),
                row.getString("into"),
                !Objects.equals(now, before));
    }
}
