package org.mdmhub.matching;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Pairs of records that may be the same thing, for stewards to decide on; one row a pair, for ever. */
@Component
public class DuplicatePairs {

    private static final String PAIR = """
            select p.id, p.type, one.code as first_code, other.code as second_code, p.score, p.outcome, p.evidence, p.status,
                (select s.name from match_subject s where s.record_id = p.first_id) as first_name,
                (select s.name from match_subject s where s.record_id = p.second_id) as second_name
            from duplicate_pair p
            join record one on one.id = p.first_id
            join record other on other.id = p.second_id
            """;

    private static final String NOTE = """
            insert into duplicate_pair (type, first_id, second_id, score, outcome, evidence, prior, model, found_at, worth)
            select said.*, coalesce((select max(w.worth) from record_worth w
                where w.record_id in (said.first_id, said.second_id)), 0)
            from (values (?, ?, ?, ?, ?, ?::jsonb, ?::numeric, ?, ?))
                said (type, first_id, second_id, score, outcome, evidence, prior, model, found_at)
            on conflict (first_id, second_id) do update set score = excluded.score, outcome = excluded.outcome,
                evidence = excluded.evidence, prior = excluded.prior, model = excluded.model, status = 'OPEN', decided_by = null, decided_at = null,
                reason = null, decision = null, worth = excluded.worth,
                found_at = case duplicate_pair.status when 'OPEN' then duplicate_pair.found_at else excluded.found_at end
            where duplicate_pair.status = 'OPEN' or duplicate_pair.status = 'DISMISSED' and not exists (
                select from (select l.first_values, l.second_values from match_label_held l
                    where l.first_id = duplicate_pair.first_id and l.second_id = duplicate_pair.second_id
                    order by l.id desc limit 1) said
                join match_subject one on one.record_id = duplicate_pair.first_id and one.compared = said.first_values
                join match_subject other on other.record_id = duplicate_pair.second_id
                    and other.compared = said.second_values)
            """;

    // of a record that was merged into another there is nothing to decide while it is
    private static final String ALIVE =
            " and (p.status <> 'OPEN' or one.status <> 'MERGED' and other.status <> 'MERGED')";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final MatchLabels labels;
    private final MatchModels models;
    private final OldPairs old;

    DuplicatePairs(JdbcClient jdbc, JsonMapper json, MatchLabels labels, MatchModels models, OldPairs old) {
        this.jdbc = jdbc;
        this.json = json;
        this.labels = labels;
        this.models = models;
        this.old = old;
    }

    /** A pair whose two records are both in the reader's scope; a name is null where the record is matched no more. */
    public record Pair(
            UUID id,
            String type,
            List<String> codes,
            double score,
            MatchOutcome outcome,
            List<Evidence> evidence,
            String status,
            @Nullable String firstName,
            @Nullable String secondName) {}

    /**
     * Notes the look-alikes of a record that is being written and kept already. A decision made on a pair stays until
     * something that is compared of one of the two changes; then the pair is open again.
     */
    public void note(String type, long record, List<Candidate> candidates, Instant now) {
        for (Candidate candidate : candidates) {
            Long other = candidate.owner().recordId();
            if (other != null) {
                jdbc.sql(NOTE)
                        .params(
                                type,
                                Math.min(record, other),
                                Math.max(record, other),
                                candidate.score(),
                                candidate.outcome().name(),
                                json.writeValueAsString(candidate.evidence()),
                                candidate.prior(),
                                models.version(type),
                                OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .update();
            }
        }
    }

    /**
     * Pairs in the caller's scope of which one record at least is owned where he decides, by keyset.
     *
     * @param type null for all
     * @param units organisations in which he decides on pairs
     */
    public List<Pair> page(@Nullable String type, String status, Set<Integer> units, UUID after, int limit) {
        return jdbc.sql(PAIR
                        + " where (?::text is null or p.type = ?) and p.status = ? and p.id > ?"
                        + " and (one.org_unit_id = any (?) or other.org_unit_id = any (?))" + ALIVE
                        + " order by p.id limit ?")
                .param(1, type, Types.VARCHAR)
                .param(2, type, Types.VARCHAR)
                .param(3, status)
                .param(4, after)
                .param(5, units.toArray(Integer[]::new))
                .param(6, units.toArray(Integer[]::new))
                .param(7, limit)
                .query((row, number) -> pair(row))
                .list();
    }

    /** One pair, under the same conditions. */
    public Optional<Pair> find(UUID id, Set<Integer> units) {
        return jdbc.sql(PAIR + " where p.id = ? and (one.org_unit_id = any (?) or other.org_unit_id = any (?))" + ALIVE)
                .params(id, units.toArray(Integer[]::new), units.toArray(Integer[]::new))
                .query((row, number) -> pair(row))
                .optional();
    }

    /** A steward's word that the two are not the same, kept as a label; false where the pair is no longer open. */
    @Transactional
    public boolean dismiss(UUID id, String who, String reason, Instant now) {
        boolean open = jdbc.sql(
                                "update duplicate_pair set status = 'DISMISSED', decided_by = ?, reason = ?, decided_at = ?, decision = null"
                                        + " where id = ? and status = 'OPEN'")
                        .params(who, reason, OffsetDateTime.ofInstant(now, ZoneOffset.UTC), id)
                        .update()
                > 0;
        if (open) {
            labels.keep(id, false, who, reason, now);
        }
        return open;
    }

    /** A dismissal is taken back: the pair is open as it was, and its label counts no more; false where it is not dismissed. */
    @Transactional
    public boolean reopen(UUID id, String who, Instant now) {
        boolean dismissed = jdbc.sql("update duplicate_pair set status = 'OPEN', decided_by = null, reason = null,"
                                + " decided_at = null, decision = null where id = ? and status = 'DISMISSED'")
                        .param(id)
                        .update()
                > 0;
        if (dismissed) {
            old.rescore(id);
            labels.takeBack(id, who, now);
        }
        return dismissed;
    }

    /** Records were found to be the same: the pairs among them, which are kept as labels. Called before anything is moved. */
    public void merged(List<Long> members, String who, String why, Instant now) {
        among(members, members).forEach(pair -> decide(pair, "MERGED", who, why, now));
    }

    /**
     * Records were merged by mistake: those that come back are not the same as the others, until something that is
     * compared changes.
     */
    public void parted(List<Long> back, List<Long> members, String who, String why, Instant now) {
        among(members, back).forEach(pair -> decide(pair, "DISMISSED", who, why, now));
    }

    /** A merge is taken back at once: its pairs are open as they were, and that they are the same counts no more. */
    public void unmerged(List<Long> back, List<Long> members, String who, Instant now) {
        for (UUID pair : among(members, back)) {
            boolean merged = jdbc.sql("update duplicate_pair set status = 'OPEN', decided_by = null, reason = null,"
                                    + " decided_at = null, decision = null where id = ? and status = 'MERGED'")
                            .param(pair)
                            .update()
                    > 0;
            if (merged) {
                old.rescore(pair);
                labels.takeBack(pair, who, now);
            }
        }
    }

    /** Pairs among the members of which one at least is one of these. */
    private List<UUID> among(List<Long> members, List<Long> one) {
        Long[] ids = members.toArray(Long[]::new);
        Long[] these = one.toArray(Long[]::new);
        return jdbc.sql("select id from duplicate_pair where first_id = any (?) and second_id = any (?)"
                        + " and (first_id = any (?) or second_id = any (?)) and status <> 'DISMISSED' order by id")
                .params(ids, ids, these, these)
                .query(UUID.class)
                .list();
    }

    private void decide(UUID pair, String status, String who, String why, Instant now) {
        labels.keep(pair, status.equals("MERGED"), who, why, now);
        jdbc.sql("update duplicate_pair set status = ?, decided_by = ?, reason = ?, decided_at = ?, decision = null"
                        + " where id = ?")
                .params(status, who, why, OffsetDateTime.ofInstant(now, ZoneOffset.UTC), pair)
                .update();
    }

    /** The open pair of two records. */
    public Optional<UUID> find(long one, long other) {
        return jdbc.sql("select id from duplicate_pair where first_id = ? and second_id = ? and status = 'OPEN'")
                .params(Math.min(one, other), Math.max(one, other))
                .query(UUID.class)
                .optional();
    }

    private Pair pair(java.sql.ResultSet row) throws java.sql.SQLException {
        List<Evidence> evidence = json.readValue(row.getString("evidence"), new TypeReference<>() {});
        return new Pair(
                row.getObject("id", UUID.class),
                row.getString("type"),
                List.of(row.getString("first_code"), row.getString("second_code")),
                row.getDouble("score"),
                MatchOutcome.valueOf(row.getString("outcome")),
                evidence,
                row.getString("status"),
                row.getString("first_name"),
                row.getString("second_name"));
    }
}
