package org.mdmhub.quality.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;

/** Conditions against the fields that they name. */
class ConditionFit extends Entries {

    final Map<String, Field<MasterRecord>> fields = new HashMap<>();

    ConditionFit(List<Field<MasterRecord>> fields, List<Finding> findings) {
        super(findings);
        fields.forEach(field -> this.fields.putIfAbsent(field.key(), field));
    }

    final void condition(String pointer, Condition condition) {
        boolean unit = condition.field().equals(Subject.ORG_UNIT);
        Field<MasterRecord> field = fields.get(condition.field());
        if (!unit && field == null) {
            wrong(pointer + "/field", "ruleField", condition.field());
        } else if (condition.other() != null && !fields.containsKey(condition.other())) {
            wrong(pointer + "/other", "ruleField", condition.other());
        } else if (condition.is().ordered()) {
            order(pointer, condition, field);
        } else if (condition.is().compares() && field != null && field.kind() == FieldKind.LIST) {
            wrong(pointer + "/is", "ruleKind", condition.field());
        }
    }

    private void order(String pointer, Condition condition, @Nullable Field<MasterRecord> field) {
        if (field == null || !ORDERED.contains(field.kind())) {
            wrong(pointer + "/is", "ruleKind", condition.field());
        } else if (condition.other() != null) {
            Field<MasterRecord> other = Objects.requireNonNull(fields.get(condition.other()));
            if ((other.kind() == FieldKind.DATE) != (field.kind() == FieldKind.DATE)
                    || !ORDERED.contains(other.kind())) {
                wrong(pointer + "/other", "ruleKind", condition.other());
            }
        } else {
            end(pointer + "/values", field, condition.values().get(0));
        }
    }
}
