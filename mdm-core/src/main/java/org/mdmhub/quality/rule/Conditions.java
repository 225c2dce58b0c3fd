package org.mdmhub.quality.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;

/** Conditions on a record's values, for others than rules: read from their JSON form, checked, and asked. */
public final class Conditions {

    private Conditions() {}

    /** The conditions under {@code when}; what is wrong with them is added to {@code findings}. */
    public static List<Condition> read(FieldValues content, List<Finding> findings) {
        return RuleContent.conditions(content, findings);
    }

    /** Says which conditions do not fit these fields. */
    public static void check(List<Condition> when, List<Field<MasterRecord>> fields, List<Finding> findings) {
        ConditionFit fit = new ConditionFit(fields, findings);
        for (int i = 0; i < when.size(); i++) {
            fit.condition("when/" + i, when.get(i));
        }
    }

    /**
     * Whether one holds; an order that misses a value does not.
     *
     * @param orgUnit code of the owning organisation
     * @param units that organisation and all above it
     */
    public static boolean holds(
            Condition condition, FieldValues values, @Nullable String orgUnit, Set<String> units, LocalDate today) {
        return condition.holds(new Subject(values, values, null, orgUnit, units, today), false);
    }
}
