package org.mdmhub.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mdmhub.record.FieldValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables behind matching: what each owner is compared by, its blocking keys, and the locks. */
@Component
class MatchSubjects {

    // a key that more than 200 share tells nothing; a strong one finds some of them in any case
    private static final String NEAR = """
            with hit as materialized (
                select a.key, a.strong, m.subject_id
                from unnest(:keys, :strong) a (key, strong)
                cross join lateral (select subject_id from match_key where key = a.key limit 201) m),
            sized as (select key, count(*) as many from hit group by key),
            near as (
                select h.subject_id, sum(case when h.strong then 100 else 1 end / ln(1.5 + z.many)) as worth
                from hit h join sized z on z.key = h.key
                where z.many <= 200 or h.strong
                group by h.subject_id order by worth desc, h.subject_id limit :most)
            select s.record_id, s.request_id, s.org_unit_id, s.name, s.compared
            from near n join match_subject s on s.id = n.subject_id
            """;

    private static final int MOST = 120;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MatchSubjects(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Kept(Owner owner, int orgUnitId, String name, FieldValues compared) {}

    /** A subject whose keys are of an older version. */
    record Old(long id, String type, FieldValues compared) {}

    void put(String type, Kept subject, Collection<Long> keys) {
        remove(subject.owner());
        long id = jdbc.sql("insert into match_subject (type, record_id, request_id, org_unit_id, name, compared, keyed)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb, ?) returning id")
                .param(1, type)
                .param(2, subject.owner().recordId(), Types.BIGINT)
                .param(3, subject.owner().requestId(), Types.OTHER)
                .param(4, subject.orgUnitId())
                .param(5, subject.name())
                .param(6, json.writeValueAsString(subject.compared().asMap()))
                .param(7, MatchKeys.VERSION)
                .query(Long.class)
                .single();
        write(id, keys);
    }

    private void write(long subject, Collection<Long> keys) {
        jdbc.sql("insert into match_key (subject_id, key) select ?::bigint, k from unnest(?::bigint[]) k")
                .params(subject, keys.toArray(Long[]::new))
                .update();
    }

    void remove(Owner owner) {
        jdbc.sql("delete from match_subject where record_id = ? or request_id = ?")
                .param(1, owner.recordId(), Types.BIGINT)
                .param(2, owner.requestId(), Types.OTHER)
                .update();
    }

    /**
     * Subjects that share keys, those with the most and rarest ones first.
     *
     * @param strong those of the keys that count however common they are
     */
    List<Kept> near(String type, Collection<String> keys, Collection<String> strong) {
        List<String> all = List.copyOf(keys);
        Long[] numbers = all.stream().map(key -> MatchKeys.number(type, key)).toArray(Long[]::new);
        Boolean[] marks = all.stream().map(strong::contains).toArray(Boolean[]::new);
        return jdbc.sql(NEAR)
                .param("keys", numbers)
                .param("strong", marks)
                .param("most", MOST)
                .query(this::subject)
                .list();
    }

    /** Some whose keys were made in an older way, locked until the transaction ends. */
    List<Old> old(int most) {
        return jdbc.sql("select id, type, compared from match_subject where keyed < ? order by keyed, id limit ?"
                        + " for update skip locked")
                .params(MatchKeys.VERSION, most)
                .query((row, number) -> new Old(row.getLong("id"), row.getString("type"), compared(row)))
                .list();
    }

    long countOld() {
        return jdbc.sql("select count(*) from match_subject where keyed < ?")
                .param(MatchKeys.VERSION)
                .query(Long.class)
                .single();
    }

    /** A record that is matched. */
    record Present(long record, String type, FieldValues compared) {}

    long countRecords() {
        return jdbc.sql("select count(*) from match_subject where record_id is not null")
                .query(Long.class)
                .single();
    }

    long countRecords(String type) {
        return jdbc.sql("select count(*) from match_subject where record_id is not null and type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    /**
     * Some records, drawn at random.
     *
     * @param draw another one draws others
     */
    List<Present> drawn(String type, String draw, int most) {
        return present(jdbc.sql("select record_id, type, compared from match_subject where type = ?"
                        + " and record_id is not null order by md5(record_id::text || ?) limit ?")
                .params(type, draw, most));
    }

    /** Those of the records that are still there. */
    List<Present> records(Collection<Long> ids) {
        return present(jdbc.sql("select record_id, type, compared from match_subject where record_id = any (?)")
                .param(ids.toArray(Long[]::new)));
    }

    /** Records behind that one, by number. */
    List<Present> records(long after, int most) {
        return present(jdbc.sql("select record_id, type, compared from match_subject where record_id > ?"
                        + " order by record_id limit ?")
                .params(after, most));
    }

    private List<Present> present(JdbcClient.StatementSpec asked) {
        return asked.query((row, number) -> new Present(row.getLong("record_id"), row.getString("type"), compared(row)))
                .list();
    }

    /** Gives subjects other keys; those that stay are not written again. */
    void rekey(Map<Long, Set<Long>> keys) {
        Long[] subjects = keys.keySet().toArray(Long[]::new);
        Map<Long, Set<Long>> present = new HashMap<>();
        jdbc.sql("select subject_id, key from match_key where subject_id = any (?::bigint[])")
                .param(1, subjects)
                .query(row -> {
                    present.computeIfAbsent(row.getLong(1), subject -> new HashSet<>())
                            .add(row.getLong(2));
                });
        Pairs outdated = Pairs.of(present, keys);
        jdbc.sql("delete from match_key where (key, subject_id) in"
                        + " (select * from unnest(?::bigint[], ?::bigint[]))")
                .param(1, outdated.keys().toArray(Long[]::new))
                .param(2, outdated.subjects().toArray(Long[]::new))
                .update();
        Pairs missing = Pairs.of(keys, present);
        jdbc.sql("insert into match_key (key, subject_id) select * from unnest(?::bigint[], ?::bigint[])")
                .param(1, missing.keys().toArray(Long[]::new))
                .param(2, missing.subjects().toArray(Long[]::new))
                .update();
        jdbc.sql("update match_subject set keyed = ? where id = any (?::bigint[])")
                .param(1, MatchKeys.VERSION)
                .param(2, subjects)
                .update();
    }

    /** Keys with their subjects, as two columns. */
    private record Pairs(List<Long> keys, List<Long> subjects) {

        /** The keys of some subjects that others do not have. */
        static Pairs of(Map<Long, Set<Long>> some, Map<Long, Set<Long>> others) {
            List<Long> keys = new ArrayList<>();
            List<Long> subjects = new ArrayList<>();
            some.forEach((subject, own) -> own.forEach(key -> {
                if (!others.getOrDefault(subject, Set.of()).contains(key)) {
                    keys.add(key);
                    subjects.add(subject);
                }
            }));
            return new Pairs(keys, subjects);
        }
    }

    /** Whoever is about to write something with one of these strong keys waits here for the others. */
    void lock(Collection<Integer> buckets) {
        jdbc.sql("select bucket from match_lock where bucket in (:buckets) order by bucket for no key update")
                .param("buckets", buckets)
                .query(Integer.class)
                .list();
    }

    private Kept subject(ResultSet row, int number) throws SQLException {
        long record = row.getLong("record_id");
        Owner owner = row.wasNull() ? Owner.request(row.getObject("request_id", UUID.class)) : Owner.record(record);
        return new Kept(owner, row.getInt("org_unit_id"), row.getString("name"), compared(row));
    }

    private FieldValues compared(ResultSet row) throws SQLException {
        Map<String, Object> compared = json.readValue(row.getString("compared"), new TypeReference<>() {});
        return FieldValues.of(compared);
    }
}
