package org.mdmhub.merge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.source.SourceSystems;
import org.springframework.stereotype.Component;

/** Whether rules fit the fields and source systems that there are. */
@Component
class SurvivorshipFit {

    private final MasterTypes types;
    private final SourceSystems systems;

    SurvivorshipFit(MasterTypes types, SourceSystems systems) {
        this.types = types;
        this.systems = systems;
    }

    /** Adds what does not fit: as an error what names nothing, as a warning what would never decide. */
    void check(String type, SurvivorshipRules rules, List<Finding> findings) {
        Map<String, Field<MasterRecord>> fields = new LinkedHashMap<>();
        types.fields(type).forEach(field -> fields.put(field.key(), field));
        int place = 0;
        for (Map.Entry<String, List<Rule>> own : rules.fields().entrySet()) {
            String at = "/fields/fields/" + place++;
            Field<MasterRecord> field = fields.get(own.getKey());
            if (field == null) {
                findings.add(Finding.error(at + "/field", "ruleField", own.getKey()));
            } else if (field.kind() == FieldKind.LIST) {
                findings.add(Finding.error(at + "/field", "survivorshipList", own.getKey()));
            } else if (own.getValue().contains(Rule.LONGEST) && !isText(field)) {
                findings.add(Finding.warning(at + "/rules", "survivorshipLength", own.getKey()));
            }
        }
        List<String> known = systems.codes();
        for (int i = 0; i < rules.sources().size(); i++) {
            String source = rules.sources().get(i).source();
            if (!source.equals(SourceTrust.HUB) && !known.contains(source)) {
                findings.add(Finding.error("/fields/sources/" + i + "/source", "survivorshipSource", source));
            }
        }
    }

    private static boolean isText(Field<MasterRecord> field) {
        return switch (field.kind()) {
            case NUMBER, INTEGER, FLAG, DATE, LIST -> false;
            default -> true;
        };
    }
}
