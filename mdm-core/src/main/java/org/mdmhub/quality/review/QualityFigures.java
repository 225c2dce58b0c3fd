package org.mdmhub.quality.review;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Figures of the findings in the reader's scope; row-level security hides the others, from counts too. */
@Component
@Transactional(readOnly = true)
public class QualityFigures {

    private static final String WANTED = " and (?::text is null or rule = ?) and (?::int is null or org_unit_id = ?)"
            + " and (?::text is null or owner = ?)";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    QualityFigures(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What is asked for.
     *
     * @param type key of the master type
     * @param rule key of a rule or code of a finding, null for all
     * @param orgUnit number of an organisation, null for all
     * @param owner who looks after the records, null for everybody
     */
    public record Asked(
            String type,
            @Nullable String rule,
            @Nullable Integer orgUnit,
            @Nullable String owner) {}

    /** How many findings there are of a rule, in an organisation, or with an owner. */
    public record Count(String rule, String code, String severity, int orgUnit, String owner, long findings) {}

    /** One finding about a record. */
    public record Found(long id, String recordCode, Finding finding, String owner) {}

    /** How well a field is filled. */
    public record FieldFigure(String field, long records, long filled, long sound) {}

    /** Findings by rule, organisation and owner at once; a page adds up what it shows. */
    public List<Count> counts(Asked asked) {
        return jdbc.sql("select rule, code, severity, org_unit_id, owner, count(*) as findings from record_finding"
                        + " where type = ?" + WANTED + " group by rule, code, severity, org_unit_id, owner")
                .params(params(asked))
                .query((row, number) -> new Count(
                        row.getString("rule"),
                        row.getString("code"),
                        row.getString("severity"),
                        row.getInt("org_unit_id"),
                        row.getString("owner"),
                        row.getLong("findings")))
                .list();
    }

    private static List<@Nullable Object> params(Asked asked) {
        List<@Nullable Object> params = new java.util.ArrayList<>();
        params.add(asked.type());
        for (Object value : new @Nullable Object[] {asked.rule(), asked.orgUnit(), asked.owner()}) {
            params.add(value);
            params.add(value);
        }
        return params;
    }

    /** The findings themselves, in the order in which they came to be known. */
    public List<Found> page(Asked asked, long after, int limit) {
        List<@Nullable Object> params = params(asked);
        params.add(after);
        params.add(limit);
        return jdbc.sql("select f.id, r.code as record_code, f.code, f.pointer, f.severity, f.args, f.owner"
                        + " from (select * from record_finding where type = ?" + WANTED
                        + " and id > ? order by id limit ?) f join record r on r.id = f.record_id order by f.id")
                .params(params)
                .query((row, number) -> new Found(
                        row.getLong("id"),
                        row.getString("record_code"),
                        new Finding(
                                row.getString("pointer"),
                                Finding.Severity.valueOf(row.getString("severity")),
                                row.getString("code"),
                                json.readValue(row.getString("args"), new TypeReference<>() {}),
                                null),
                        row.getString("owner")))
                .list();
    }

    /** Findings a day, as the reviews counted them. */
    public Map<LocalDate, Long> days(Asked asked, LocalDate since) {
        Map<LocalDate, Long> days = new LinkedHashMap<>();
        jdbc.sql("select day, sum(findings) as findings from finding_day where type = ? and day >= ?"
                        + " and (?::text is null or rule = ?) and (?::int is null or org_unit_id = ?)"
                        + " group by day order by day")
                .params(java.util.Arrays.asList(
                        asked.type(), since, asked.rule(), asked.rule(), asked.orgUnit(), asked.orgUnit()))
                .query((row, number) -> days.put(row.getObject("day", LocalDate.class), row.getLong("findings")))
                .list();
        return days;
    }

    /** How well each field is filled, as the last review that has ended found it. */
    public List<FieldFigure> fields(String type, @Nullable Integer orgUnit) {
        return jdbc.sql("select field, sum(records) as records, sum(filled) as filled, sum(sound) as sound"
                        + " from field_quality where job_id = (select id from job where kind = 'REVIEW'"
                        + " and subject = ? and state = 'DONE' order by id desc limit 1)"
                        + " and (?::int is null or org_unit_id = ?) group by field")
                .params(java.util.Arrays.asList(type, orgUnit, orgUnit))
                .query((row, number) -> new FieldFigure(
                        row.getString("field"), row.getLong("records"), row.getLong("filled"), row.getLong("sound")))
                .list();
    }

    /** Open findings by rule, for all kinds of master. */
    public Map<String, Long> byRule() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select rule, count(*) as findings from record_finding where code = 'rule' group by rule")
                .query((row, number) -> counts.put(row.getString("rule"), row.getLong("findings")))
                .list();
        return counts;
    }
}
