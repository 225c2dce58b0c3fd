package org.mdmhub.coding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Finding;
import org.mdmhub.source.ForeignKeys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues codes and tells about them. Numbers are taken and given back with their transaction. */
@Component
public class Codes {

    private static final Pattern ADOPTABLE = Pattern.compile("[A-Z0-9](?:[A-Z0-9._-]{0,28}[A-Z0-9])?");

    private final Schemes schemes;
    private final Counters counters;
    private final Ledger ledger;
    private final ForeignKeys keys;

    Codes(Schemes schemes, Counters counters, Ledger ledger, ForeignKeys keys) {
        this.schemes = schemes;
        this.counters = counters;
        this.ledger = ledger;
        this.keys = keys;
    }

    /**
     * A code that was taken and must be entered in the same transaction.
     *
     * @param number the counter's, 0 where no counter made it
     */
    public record Taken(String code, int schemeId, String scope, long number, IssuedCode.Origin origin) {}

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
     * Takes the code of a new record. This is the last lock that a transaction waits for: all reads come before, and
     * after it only inserts, flush and commit. A number whose code is in the ledger already, or which a target uses for
     * another record, is passed over and explained.
     *
     * @throws IllegalStateException where the type has no scheme, or {@link #check(String, Birth)} was not asked
     */
    public Taken take(String type, Birth birth) {
        CodingScheme scheme =
                schemes.of(type, birth).orElseThrow(() -> new IllegalStateException("no coding scheme for " + type));
        SchemeContent content = scheme.content();
        Birth.Source source = birth.source();
        if (source != null && source.system().equals(content.adopts())) {
            return new Taken(source.key(), scheme.id(), "", 0, IssuedCode.Origin.ADOPTED);
        }
        String scope = content.pattern().scope(birth);
        while (true) {
            long number = counters.next(scheme, content, scope);
            long free = content.unreserved(number);
            if (free != number) {
                counters.moveTo(scheme, scope, free);
                continue;
            }
            String code = content.pattern().compose(birth, number);
            if (code == null) {
                throw new IllegalStateException("the coding scheme " + scheme.key() + " is used up in scope " + scope);
            }
            Taken taken = new Taken(code, scheme.id(), scope, number, IssuedCode.Origin.COUNTER);
            if (isFree(type, scheme, taken, birth.at())) {
                return taken;
            }
        }
    }

    private boolean isFree(String type, CodingScheme scheme, Taken taken, Instant now) {
        if (ledger.find(type, taken.code()).isPresent()) {
            ledger.pass(scheme.counter(), taken, "LEDGER", now);
            return false;
        }
        var use = keys.uses(type, taken.code());
        use.ifPresent(key -> ledger.spoil(taken, type, "in use by " + key.system(), now));
        return use.isEmpty();
    }

    /** What keeps a new record from getting a code; asked before approval and again in its transaction. */
    @Transactional(readOnly = true)
    public List<Finding> check(String type, Birth birth) {
        CodingScheme scheme = schemes.of(type, birth).orElse(null);
        if (scheme == null) {
            return List.of();
        }
        SchemeContent content = scheme.content();
        Birth.Source source = birth.source();
        if (source != null && source.system().equals(content.adopts())) {
            return adoption(type, source);
        }
        List<Finding> findings = new ArrayList<>();
        for (Segment segment : content.pattern().without(birth)) {
            findings.add(segment.field()
                    .map(field -> Finding.error("/fields/" + field, "codeSegment", segment.name()))
                    .orElseGet(() -> Finding.error("/orgUnit", "codeSegment", segment.name())));
        }
        return findings;
    }

    /** Whether a key of the adopted system can be the code of a new record. */
    private List<Finding> adoption(String type, Birth.Source source) {
        String key = source.key();
        if (!isAdoptable(key)) {
            return List.of(Finding.error("/source/key", "codeAdoptable", key));
        }
        if (ledger.find(type, key).isPresent()) {
            return List.of(Finding.error("/source/key", "codeTaken", key));
        }
        if (keys.uses(type, key, source.system()).isPresent()) {
            return List.of(Finding.error("/source/key", "codeInUse", key));
        }
        boolean ours = schemes.living(type, Instant.now())
                .anyMatch(other -> other.pattern().hasShape(Ledger.norm(key)));
        return ours ? List.of(Finding.error("/source/key", "codeOfScheme", key)) : List.of();
    }

    static boolean isAdoptable(String key) {
        return ADOPTABLE.matcher(key).matches();
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

    /** The newest entries of the ledger. */
    @Transactional(readOnly = true)
    public List<IssuedCode> latest(String type, int most) {
        return ledger.latest(type, most);
    }

    /** Why the number of a code is reserved, empty where it is not. */
    @Transactional(readOnly = true)
    public Optional<String> reserved(String type, String raw) {
        String code = Ledger.norm(raw);
        return schemes.living(type, Instant.now())
                .map(CodingScheme::content)
                .filter(content -> content.pattern().hasShape(code))
                .flatMap(content -> content.reserved().stream()
                        .filter(range -> range.holds(content.pattern().numberIn(code))))
                .map(Reserved::why)
                .findFirst();
    }

    /** The type's own scheme as it holds today; codes of earlier ones stay valid. */
    @Transactional(readOnly = true)
    public Optional<CodingScheme> scheme(String type) {
        return schemes.inForce(SchemeKey.of(type), Instant.now());
    }

    @Transactional(readOnly = true)
    public Verdict check(String type, String raw) {
        String code = Ledger.norm(raw);
        var entry = ledger.find(type, code);
        IssuedCode.State state = entry.map(IssuedCode::state).orElse(null);
        List<CodePattern> shaped = schemes.all(type).stream()
                .filter(scheme -> !scheme.activeFrom().isAfter(Instant.now()))
                .map(CodingScheme::pattern)
                .filter(pattern -> pattern.hasShape(code))
                .toList();
        boolean adopted = entry.filter(known -> known.origin() != IssuedCode.Origin.COUNTER)
                .isPresent();
        boolean valid = adopted || shaped.stream().anyMatch(pattern -> pattern.checks(code));
        String reason = shaped.isEmpty() ? "shape" : "checkDigit";
        return new Verdict(valid, state, entry.map(IssuedCode::code).orElse(code), valid ? null : reason);
    }
}
