package org.mdmhub.coding;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues codes and tells about them. Numbers are gapless: they are taken and given back with their transaction. */
@Component
public class Codes {

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Ledger ledger;

    Codes(EntityManager entities, JdbcClient jdbc, Ledger ledger) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** A code that was taken from the counter and must be entered in the same transaction. */
    public record Taken(String code, int schemeId, long number) {}

    /**
     * Whether a code is well-formed with a right check character, and what became of it.
     *
     * @param state null where the ledger does not know it
     * @param reason why it is not valid, null where it is: {@code shape} or {@code checkDigit}
     */
    public record Verdict(
            boolean valid,
            IssuedCode.@Nullable State state,
            String code,
            @Nullable String reason) {}

    /**
     * Takes the next code. This is the last lock that a transaction waits for: all reads come before, and after it
     * only inserts, flush and commit. A number whose code is in the ledger already is passed over; its entry there
     * explains the gap.
     *
     * @throws IllegalStateException where the type has no scheme or the scheme is used up
     */
    public Taken take(String type) {
        CodingScheme scheme = scheme(type).orElseThrow(() -> new IllegalStateException("no coding scheme for " + type));
        while (true) {
            long number = jdbc.sql("update code_counter set next = next + 1 where scheme_id = ? and scope = ''"
                            + " returning next - 1")
                    .param(scheme.id())
                    .query(Long.class)
                    .single();
            String code = scheme.compose(number);
            if (code == null) {
                throw new IllegalStateException("the coding scheme of " + type + " is used up");
            }
            if (ledger.find(type, code).isEmpty()) {
                return new Taken(code, scheme.id(), number);
            }
        }
    }

    /** Enters a taken code for a record that was inserted. */
    public void enter(Taken taken, String type, long record, String who, String why, Instant now) {
        ledger.enter(taken, type, record, who, why, now);
    }

    /** Notes what becomes of a code. */
    public void change(String type, String code, IssuedCode.State state, String who, String why, Instant now) {
        ledger.change(type, code, state, who, why, now);
    }

    @Transactional(readOnly = true)
    public Optional<IssuedCode> find(String type, String code) {
        return ledger.find(type, code);
    }

    /** The scheme that holds today; codes of earlier ones stay valid. */
    @Transactional(readOnly = true)
    public Optional<CodingScheme> scheme(String type) {
        return schemes(type).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public Verdict check(String type, String raw) {
        String code = Ledger.norm(raw);
        var entry = ledger.find(type, code);
        IssuedCode.State state = entry.map(IssuedCode::state).orElse(null);
        List<CodingScheme> shaped =
                schemes(type).stream().filter(scheme -> scheme.hasShape(code)).toList();
        boolean valid = shaped.stream().anyMatch(scheme -> scheme.checks(code));
        String reason = shaped.isEmpty() ? "shape" : "checkDigit";
        return new Verdict(valid, state, entry.map(IssuedCode::code).orElse(code), valid ? null : reason);
    }

    /** From now on codes are built so; the counter goes on, and what is in the ledger is passed over. */
    void lay(String type, List<Map<String, Object>> segments, Instant now) {
        CodingScheme before = scheme(type).orElse(null);
        CodingScheme scheme = new CodingScheme(type, before == null ? 1 : before.version() + 1, segments, now);
        entities.persist(scheme);
        entities.flush();
        jdbc.sql("insert into code_counter (scheme_id, next)"
                        + " select ?, coalesce((select next from code_counter where scheme_id = ? and scope = ''), 1)")
                .params(scheme.id(), before == null ? -1 : before.id())
                .update();
    }

    private List<CodingScheme> schemes(String type) {
        return entities.createQuery(
                        "from CodingScheme where type = :type and activeFrom <= instant order by version desc",
                        CodingScheme.class)
                .setParameter("type", type)
                .getResultList();
    }
}
