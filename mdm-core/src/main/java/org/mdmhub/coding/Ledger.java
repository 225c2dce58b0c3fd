package org.mdmhub.coding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every code ever seen. The database lets nothing delete from it. */
@Component
class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What may never be issued twice: NFKC, upper case, without blanks and separators. */
    static String norm(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}_./]", "");
    }

    Optional<IssuedCode> find(String type, String code) {
        return jdbc.sql("select * from issued_code where type = ? and code_norm = ?")
                .params(type, norm(code))
                .query(Ledger::entry)
                .optional();
    }

    List<IssuedCode> latest(String type, int most) {
        return jdbc.sql("select * from issued_code where type = ? order by at desc, code_norm limit ?")
                .params(type, most)
                .query(Ledger::entry)
                .list();
    }

    void enter(Codes.Taken taken, String type, long record, String who, String why, Instant now) {
        enter(taken, type, IssuedCode.State.ISSUED, record, who, why, now);
    }

    /** A number whose code must never be given to anyone. */
    void spoil(Codes.Taken taken, String type, String why, Instant now) {
        enter(taken, type, IssuedCode.State.VOID, null, "hub", why, now);
    }

    private void enter(
            Codes.Taken taken,
            String type,
            IssuedCode.State state,
            @Nullable Long record,
            String who,
            String why,
            Instant now) {
        jdbc.sql(
                        "insert into issued_code (type, code_norm, code, state, record_id, scheme_id, scope, number, origin, who,"
                                + " at, why) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(1, type)
                .param(2, norm(taken.code()))
                .param(3, taken.code())
                .param(4, state.name())
                .param(5, record, Types.BIGINT)
                .param(6, taken.schemeId())
                .param(7, taken.scope())
                .param(8, taken.origin() == IssuedCode.Origin.COUNTER ? taken.number() : null, Types.BIGINT)
                .param(9, taken.origin().name())
                .param(10, who)
                .param(11, OffsetDateTime.ofInstant(now, ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(12, why)
                .update();
    }

    void change(String type, String code, IssuedCode.State state, String who, String why, Instant now) {
        jdbc.sql("update issued_code set state = ?, who = ?, at = ?, why = ? where type = ? and code_norm = ?")
                .params(state.name(), who, OffsetDateTime.ofInstant(now, ZoneOffset.UTC), why, type, norm(code))
                .update();
    }

    /** Says why no code was made of a number. */
    void pass(int counter, Codes.Taken taken, String why, Instant now) {
        jdbc.sql("insert into code_passed (scheme_id, scope, number, code, why, at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        counter,
                        taken.scope(),
                        taken.number(),
                        taken.code(),
                        why,
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    static IssuedCode entry(ResultSet row, int number) throws SQLException {
        return new IssuedCode(
                row.getString("type"),
                row.getString("code"),
                IssuedCode.State.valueOf(row.getString("state")),
                IssuedCode.Origin.valueOf(row.getString("origin")),
                row.getObject("record_id", Long.class),
                row.getObject("number", Long.class),
                row.getString("who"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("why"));
    }
}
