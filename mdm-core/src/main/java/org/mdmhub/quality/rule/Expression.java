package org.mdmhub.quality.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;

/** A compiled expression over one record. */
final class Expression {

    private final Program program;
    private final Map<String, Field<MasterRecord>> reads;
    private final Set<String> others;

    Expression(Program program, Map<String, Field<MasterRecord>> reads, Set<String> others) {
        this.program = program;
        this.reads = reads;
        this.others = others;
    }

    /** Keys of the fields that it names. */
    Set<String> fields() {
        return reads.keySet();
    }

    /**
     * Whether the record keeps it. Where it cannot be worked out because a number or a yes-or-no is missing, nothing is
     * said against the record; where it fails for another reason, or ran into a limit, the record does not keep it.
     */
    boolean holds(Subject subject) {
        Map<String, Object> given = new HashMap<>();
        reads.forEach((key, field) ->
                given.put(key, Expressions.given(field, subject.after().get(key))));
        for (String other : others) {
            given.put(
                    other,
                    other.equals(Subject.ORG_UNIT)
                            ? orgUnit(subject)
                            : subject.today().toString());
        }
        try {
            return Boolean.TRUE.equals(program.eval(given)) || lacks(given);
        } catch (CelEvaluationException e) {
            return lacks(given);
        }
    }

    private static String orgUnit(Subject subject) {
        return subject.orgUnit() == null ? "" : subject.orgUnit();
    }

    private static boolean lacks(Map<String, Object> given) {
        return given.containsValue(Expressions.NOTHING);
    }
}
