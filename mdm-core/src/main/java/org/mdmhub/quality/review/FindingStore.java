package org.mdmhub.quality.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.mdmhub.record.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of what is found about the records. */
@Component
class FindingStore {

    private static final String RULE = "rule";
    private static final int KEY_AT = 2;
    private static final int MAX_POINTER = 200;
    private static final int MAX_OWNER = 300;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FindingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is found about one record. */
    record About(long record, int orgUnit, String owner, List<Finding> findings) {}

    /** Replaces what was known of the records of a span. */
    void replace(String type, long after, long last, List<About> found) {
        jdbc.sql("delete from record_finding where type = ? and record_id > ? and record_id <= ?")
                .params(type, after, last)
                .update();
        Rows rows = new Rows();
        found.forEach(about -> about.findings().forEach(finding -> rows.add(about, finding)));
        if (!rows.records.isEmpty()) {
            jdbc.sql("insert into record_finding"
                            + " (record_id, type, org_unit_id, rule, code, pointer, severity, args, owner, found_at)"
                            + " select r, ?, o, u, c, p, s, a::jsonb, w, now() from unnest(?::bigint[], ?::int[], ?::text[],"
                            + " ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) f(r, o, u, c, p, s, a, w)")
                    .params(
                            type,
                            rows.records.toArray(Long[]::new),
                            rows.units.toArray(Integer[]::new),
                            array(rows.rules),
                            array(rows.codes),
                            array(rows.pointers),
                            array(rows.severities),
                            array(rows.args),
                            array(rows.owners))
                    .update();
        }
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** The columns of what is to be inserted. */
    private final class Rows {
        private final List<Long> records = new ArrayList<>();
        private final List<Integer> units = new ArrayList<>();
        private final List<String> rules = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<String> pointers = new ArrayList<>();
        private final List<String> severities = new ArrayList<>();
        private final List<String> args = new ArrayList<>();
        private final List<String> owners = new ArrayList<>();

        void add(About about, Finding finding) {
            boolean written = finding.code().equals(RULE) && finding.args().size() > KEY_AT;
            records.add(about.record());
            units.add(about.orgUnit());
            rules.add(written ? finding.args().get(KEY_AT) : finding.code());
            codes.add(finding.code());
            pointers.add(cut(finding.pointer(), MAX_POINTER));
            severities.add(finding.severity().name());
            args.add(json.writeValueAsString(finding.args()));
            owners.add(cut(about.owner(), MAX_OWNER));
        }

        private static String cut(String text, int most) {
            return text.substring(0, Math.min(most, text.length()));
        }
    }

    /** Who changed each of the records last. */
    java.util.Map<Long, String> lastAuthors(List<Long> records) {
        java.util.Map<Long, String> authors = new java.util.HashMap<>();
        jdbc.sql("select distinct on (a.id) a.id, v.who from record_aud a join revision v on v.id = a.rev"
                        + " where a.id = any (?) order by a.id, a.rev desc")
                .param(records.toArray(Long[]::new))
                .query((row, number) -> authors.put(row.getLong("id"), Objects.requireNonNull(row.getString("who"))))
                .list();
        return authors;
    }

    /** The count of today, in place of an earlier one. */
    void countToday(String type) {
        jdbc.sql("delete from finding_day where type = ? and day = current_date")
                .param(type)
                .update();
        jdbc.sql("insert into finding_day (day, type, org_unit_id, rule, findings)"
                        + " select current_date, type, org_unit_id, rule, count(*) from record_finding where type = ?"
                        + " group by type, org_unit_id, rule")
                .param(type)
                .update();
    }
}
