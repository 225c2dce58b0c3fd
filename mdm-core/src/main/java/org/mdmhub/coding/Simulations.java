package org.mdmhub.coding;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.source.ForeignKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a scheme would do if it held. Writes nothing. */
@Component
public class Simulations {

    private static final int NEXT = 3;
    private static final int MOST_COLLISIONS = 20;
    private static final int MOST_SKIPS = 1000;
    private static final int DAYS = 90;

    private final Schemes schemes;
    private final SchemeRules rules;
    private final Counters counters;
    private final Ledger ledger;
    private final ForeignKeys keys;
    private final JdbcClient jdbc;
    private final Organisations organisations;

    Simulations(
            Schemes schemes,
            SchemeRules rules,
            Counters counters,
            Ledger ledger,
            ForeignKeys keys,
            JdbcClient jdbc,
            Organisations organisations) {
        this.schemes = schemes;
        this.rules = rules;
        this.counters = counters;
        this.ledger = ledger;
        this.keys = keys;
        this.jdbc = jdbc;
        this.organisations = organisations;
    }

    /** A code that is there already and that the scheme could make too; it would be passed over. */
    public record Collision(String code, With with) {}

    /** What a code collides with. */
    public enum With {
        /** A code that was issued, adopted or spoilt. */
        LEDGER,
        /** A key by which another system calls a record. */
        FOREIGN,
        /** Another scheme, named instead of the code. */
        SCHEME
    }

    /**
     * What a scheme would do.
     *
     * @param content what was wished for in its canonical form, none where it cannot be read
     * @param nextCodes the next three, of a record for which every segment has a text
     * @param capacityLeft numbers left in that record's scope
     * @param total numbers that the sequence has at all
     * @param aDay codes a day, of the last 90 days; 0 where none was issued
     * @param findings why it cannot be saved; there are no codes then
     */
    public record Outcome(
            FieldValues content,
            List<String> nextCodes,
            long capacityLeft,
            long total,
            double aDay,
            List<Collision> collisions,
            List<Finding> findings) {

        /** Years until the numbers are used up, null where nobody can tell. */
        public @Nullable Double years() {
            return aDay == 0 ? null : capacityLeft / aDay / 365.25;
        }
    }

    /**
     * @param pointer where the values stand, as {@code /fields}
     * @param sample a record of the kind that is wanted; what it lacks is made up
     */
    @Transactional(readOnly = true)
    public Outcome of(SchemeKey key, FieldValues values, String pointer, Birth sample) {
        SchemeRules.Judged judged = rules.judge(key, values, pointer);
        SchemeContent content = judged.content();
        List<Finding> findings = judged.findings();
        // another scheme's codes are shown as a collision too, beside what would be made
        boolean broken = findings.stream().anyMatch(finding -> !finding.code().equals("schemeMeets"));
        if (content == null || broken) {
            return new Outcome(FieldValues.none(), List.of(), 0, 0, 0, List.of(), findings);
        }
        CodePattern pattern = content.pattern();
        Birth birth = pattern.example(sample);
        long next = next(key, content, birth);
        return new Outcome(
                FieldValues.exact(content.values().asMap()),
                nextCodes(key.type(), content, birth, next),
                content.capacityLeft(content.unreserved(next)),
                pattern.sequence().last(),
                aDay(key.type()),
                collisions(key, content, next),
                findings);
    }

    /** A record of a scheme's kind that does not exist, owned by one of these organisations. */
    public Birth sample(SchemeKey key, Collection<Integer> units) {
        Map<Integer, String> codes = organisations.codes();
        String unit = key.orgUnit().isEmpty()
                ? units.stream()
                        .sorted()
                        .map(codes::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("GROUP")
                : key.orgUnit();
        FieldValues values = FieldValues.none();
        for (String field : SchemeKey.GROUP_FIELDS) {
            values = key.group().isEmpty() ? values : values.with(field, key.group());
        }
        return new Birth(unit, values, Instant.now(), null);
    }

    long next(SchemeKey key, SchemeContent content, Birth birth) {
        Integer counter = Schemes.continued(schemes.versions(key), content);
        long start = content.pattern().sequence().start();
        return counter == null
                ? start
                : counters.peek(counter, content.pattern().scope(birth), start);
    }

    private List<String> nextCodes(String type, SchemeContent content, Birth birth, long from) {
        List<String> codes = new ArrayList<>();
        long number = from;
        for (int i = 0; i < MOST_SKIPS && codes.size() < NEXT; i++) {
            number = content.unreserved(number);
            String code = content.pattern().compose(birth, number);
            if (code == null) {
                break;
            }
            if (ledger.find(type, code).isEmpty() && keys.uses(type, code).isEmpty()) {
                codes.add(code);
            }
            number++;
        }
        return codes;
    }

    private List<Collision> collisions(SchemeKey key, SchemeContent content, long next) {
        List<Collision> collisions = new ArrayList<>();
        rules.meeting(key, content.pattern())
                .forEach(other -> collisions.add(new Collision(other.toString(), With.SCHEME)));
        String type = key.type();
        String shape = "^" + content.pattern().shape() + "$";
        Integer counter = Schemes.continued(schemes.versions(key), content);
        List<String> issued = jdbc.sql(
                        "select i.code from issued_code i left join coding_scheme s on s.id = i.scheme_id"
                                + " where i.type = ? and i.code_norm ~ ?"
                                + " and coalesce(s.counter_id, s.id, 0) <> ? order by i.code_norm limit 1000")
                .params(type, shape, counter == null ? 0 : counter)
                .query(String.class)
                .list();
        add(collisions, content, next, issued, With.LEDGER);
        List<String> foreign = jdbc.sql("select f.key from foreign_key f where f.type = ? and code_norm(f.key) ~ ?"
                        + " order by f.key limit 1000")
                .params(type, shape)
                .query(String.class)
                .list();
        add(collisions, content, next, foreign, With.FOREIGN);
        return collisions;
    }

    private static void add(
            List<Collision> collisions, SchemeContent content, long next, List<String> codes, With with) {
        CodePattern pattern = content.pattern();
        boolean oneCounter = pattern.sequence().scope().isEmpty();
        codes.stream()
                .filter(code -> pattern.checks(Ledger.norm(code)))
                .filter(code -> !oneCounter || pattern.numberIn(Ledger.norm(code)) >= next)
                .limit(MOST_COLLISIONS)
                .forEach(code -> collisions.add(new Collision(code, with)));
    }

    /** Codes of the type that counters made a day, lately. */
    @Transactional(readOnly = true)
    public double aDay(String type) {
        Instant now = Instant.now();
        record Lately(long many, @Nullable OffsetDateTime since) {}
        Lately lately = jdbc.sql("select count(*) as many, min(at) as since from issued_code"
                        + " where type = ? and at > ? and origin = 'COUNTER' and state <> 'VOID'")
                .params(type, OffsetDateTime.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS))
                .query((row, n) -> new Lately(row.getLong("many"), row.getObject("since", OffsetDateTime.class)))
                .single();
        OffsetDateTime since = lately.since();
        long days = since == null
                ? 1
                : Math.max(1, java.time.Duration.between(since.toInstant(), now).toDays());
        return (double) lately.many() / days;
    }

    /** The present content of a scheme, in the form of a wish. */
    @Transactional(readOnly = true)
    public Optional<FieldValues> present(SchemeKey key) {
        return schemes.newest(key).map(scheme -> scheme.content().values());
    }
}
