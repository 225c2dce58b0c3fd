package org.mdmhub.quality.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The values that rules want to be unique, by the records that have them. */
@Component
class UniqueValues {

    private static final long NOBODY = -1;

    private final JdbcClient jdbc;

    UniqueValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Under what the values of a rule are kept; another definition of what is unique is another mark. */
    static String mark(Rule rule) {
        String wanted = rule.type() + rule.field() + rule.with().within() + rule.when();
        return rule.key() + "#" + HexFormat.of().formatHex(hash(wanted), 0, 4);
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Which of these values another record has already, with the code of one. One query, by index. */
    Map<CompiledRule, String> taken(Map<CompiledRule, String> values, @Nullable Long self) {
        Map<CompiledRule, Long> taken = new HashMap<>();
        if (values.isEmpty()) {
            return Map.of();
        }
        List<CompiledRule> rules = new ArrayList<>(values.keySet());
        String[] marks = rules.stream().map(rule -> mark(rule.rule())).toArray(String[]::new);
        byte[][] hashes =
                rules.stream().map(values::get).map(UniqueValues::hash).toArray(byte[][]::new);
        jdbc.sql("select w.n, min(v.record_id) as record from unnest(?::text[], ?::bytea[])"
                        + " with ordinality w(rule, value, n) join rule_value v on v.rule = w.rule and v.value = w.value"
                        + " and v.record_id <> ? group by w.n")
                .params(marks, hashes, self == null ? NOBODY : self)
                .query((row, number) -> taken.put(rules.get(row.getInt("n") - 1), row.getLong("record")))
                .list();
        Map<CompiledRule, String> codes = new HashMap<>();
        taken.forEach((rule, record) -> codes.put(rule, code(record)));
        return codes;
    }

    /** Empty where the scope of the transaction hides the record. */
    private String code(long record) {
        return jdbc.sql("select code from record where id = ?")
                .param(record)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** These records and no others of the span have these values. */
    void replace(String mark, long after, long last, Map<Long, String> values) {
        jdbc.sql("delete from rule_value where rule = ? and record_id > ? and record_id <= ?")
                .params(mark, after, last)
                .update();
        Long[] records = values.keySet().toArray(Long[]::new);
        byte[][] hashes = values.values().stream().map(UniqueValues::hash).toArray(byte[][]::new);
        jdbc.sql("insert into rule_value (rule, record_id, value)"
                        + " select ?, r, v from unnest(?::bigint[], ?::bytea[]) w(r, v)")
                .params(mark, records, hashes)
                .update();
    }

    /** What a record that was written has now. */
    void replace(long record, Map<String, String> byMark) {
        jdbc.sql("delete from rule_value where record_id = ?").param(record).update();
        byMark.forEach((mark, value) -> jdbc.sql("insert into rule_value (rule, record_id, value) values (?, ?, ?)"
                        + " on conflict (rule, record_id) do update set value = excluded.value")
                .params(mark, record, hash(value))
                .update());
    }

    void forget(String mark) {
        jdbc.sql("delete from rule_value where rule = ?").param(mark).update();
    }

    /** What is kept for a rule beside what holds now. */
    void forgetOthers(String key, @Nullable String mark) {
        jdbc.sql("delete from rule_value where rule like ? escape '!' and rule <> ?")
                .params(key.replaceAll("([%_!])", "!$1") + "#%", mark == null ? "" : mark)
                .update();
    }

    /** Notes for a trial which records in scope share their value with another; how many they are. */
    long sharing(String mark, java.util.UUID job, int most) {
        long count = jdbc.sql("select count(*) from rule_value v join record r on r.id = v.record_id where v.rule = ?"
                        + " and exists (select 1 from rule_value o where o.rule = v.rule and o.value = v.value"
                        + " and o.record_id <> v.record_id)")
                .param(mark)
                .query(Long.class)
                .single();
        jdbc.sql("insert into job_record (job_id, record_id) select ?, v.record_id from rule_value v"
                        + " join record r on r.id = v.record_id where v.rule = ?"
                        + " and exists (select 1 from rule_value o where o.rule = v.rule and o.value = v.value"
                        + " and o.record_id <> v.record_id) order by v.record_id limit ?")
                .params(job, mark, most)
                .update();
        return count;
    }
}
