package org.mdmhub.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.quality.rule.Conditions;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.springframework.stereotype.Component;

/** Whether a policy fits the fields, organisations and people that there are. */
@Component
class PolicyFit {

    private final MasterTypes types;
    private final Organisations organisations;
    private final Sufficiency sufficiency;

    PolicyFit(MasterTypes types, Organisations organisations, Sufficiency sufficiency) {
        this.types = types;
        this.organisations = organisations;
        this.sufficiency = sufficiency;
    }

    /** Adds what does not fit: as an error what would never work, as a warning what may not. */
    void check(Policy policy, List<Finding> findings) {
        String type = policy.type();
        if (type != null && types.find(type).isEmpty()) {
            findings.add(Finding.error("/fields/type", "choice", String.join(", ", types.keys())));
            return;
        }
        int before = findings.size();
        fields(policy, fields(policy), findings);
        units(policy, findings);
        if (findings.size() == before) {
            sufficiency.check(policy, findings);
        }
    }

    /** Fields that such a policy can name: its type's, or every type's. */
    private List<Field<MasterRecord>> fields(Policy policy) {
        List<Field<MasterRecord>> fields = new ArrayList<>();
        types.keys().stream()
                .filter(key -> policy.type() == null || policy.type().equals(key))
                .forEach(key -> fields.addAll(types.fields(key)));
        return fields;
    }

    private static void fields(Policy policy, List<Field<MasterRecord>> fields, List<Finding> findings) {
        Set<String> keys = new HashSet<>();
        Set<String> groups = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (Field<MasterRecord> field : fields) {
            keys.add(field.key());
            groups.add(field.group());
            if (field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.INTEGER) {
                numbers.add(field.key());
            }
        }
        Conditions.check(policy.when(), fields, findings);
        known("groups", "policyGroup", policy.groups(), groups, findings);
        known("fields", "ruleField", policy.fields(), keys, findings);
        known("replaced", "ruleField", policy.replaced(), keys, findings);
        Policy.Above above = policy.above();
        if (above != null && !numbers.contains(above.field())) {
            String code = keys.contains(above.field()) ? "ruleKind" : "ruleField";
            findings.add(Finding.error("/fields/above/field", code, above.field()));
        }
    }

    private static void known(
            String entry, String code, List<String> named, Set<String> there, List<Finding> findings) {
        for (int i = 0; i < named.size(); i++) {
            if (!there.contains(named.get(i))) {
                findings.add(Finding.error("/fields/" + entry + "/" + i, code, named.get(i)));
            }
        }
    }

    private void units(Policy policy, List<Finding> findings) {
        Set<String> there = new HashSet<>(organisations.codes().values());
        for (int i = 0; i < policy.orgUnits().size(); i++) {
            String code = policy.orgUnits().get(i);
            if (!there.contains(code)) {
                findings.add(Finding.error("/fields/orgUnits/" + i, "organisation", code));
            }
        }
    }
}
