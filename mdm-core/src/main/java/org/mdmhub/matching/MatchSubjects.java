package org.mdmhub.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mdmhub.record.FieldValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables behind matching: what each owner is compared by, its blocking keys, and the locks. */
@Component
class MatchSubjects {

    private static final String NEAR = """
            select s.record_id, s.request_id, s.org_unit_id, s.name, s.compared
            from match_subject s
            where s.type = :type and s.id in (
                (select k.subject_id from match_key k where k.type = :type and k.key in (:keys) limit 200)
                union
                (select n.id from match_subject n where n.type = :type and n.core % :core
                    order by similarity(n.core, :core) desc limit 50)
                union
                (select p.id from match_subject p where p.type = :type and length(:core) > 1
                    and p.core like :part limit 50))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MatchSubjects(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Subject(Owner owner, int orgUnitId, String name, FieldValues compared) {}

    void put(Owner owner, String type, int orgUnit, NameKey key, Subject subject, Collection<String> keys) {
        remove(owner);
        long id = jdbc.sql("insert into match_subject (type, record_id, request_id, org_unit_id, name, core, compared)"
                        + " values (?, ?, ?, ?, ?, ?, ?::jsonb) returning id")
                .param(1, type)
                .param(2, owner.recordId(), Types.BIGINT)
                .param(3, owner.requestId(), Types.OTHER)
                .param(4, orgUnit)
                .param(5, subject.name())
                .param(6, key.core())
                .param(7, json.writeValueAsString(subject.compared().asMap()))
                .query(Long.class)
                .single();
        jdbc.sql("insert into match_key (subject_id, type, key) select ?::bigint, ?, k from unnest(?::text[]) k")
                .params(id, type, keys.toArray(String[]::new))
                .update();
    }

    void remove(Owner owner) {
        jdbc.sql("delete from match_subject where record_id = ? or request_id = ?")
                .param(1, owner.recordId(), Types.BIGINT)
                .param(2, owner.requestId(), Types.OTHER)
                .update();
    }

    List<Subject> near(String type, NameKey key, Collection<String> keys) {
        return jdbc.sql(NEAR)
                .param("type", type)
                .param("keys", keys)
                .param("core", key.core())
                .param("part", "%" + key.core().replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .query(this::subject)
                .list();
    }

    /** Whoever is about to write something with one of these strong keys waits here for the others. */
    void lock(Collection<Integer> buckets) {
        jdbc.sql("select bucket from match_lock where bucket in (:buckets) order by bucket for no key update")
                .param("buckets", buckets)
                .query(Integer.class)
                .list();
    }

    private Subject subject(ResultSet row, int number) throws SQLException {
        long record = row.getLong("record_id");
        Owner owner = row.wasNull() ? Owner.request(row.getObject("request_id", UUID.class)) : Owner.record(record);
        Map<String, Object> compared = json.readValue(row.getString("compared"), new TypeReference<>() {});
        return new Subject(owner, row.getInt("org_unit_id"), row.getString("name"), FieldValues.of(compared));
    }
}
