package org.mdmhub.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

class SurvivorshipContentTest {

    private static final Map<String, Object> HUB = Map.of("source", "hub", "trust", 1);

    private static List<String> said(Object fields, Object otherwise, Object sources) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("fields", fields);
        content.put("otherwise", otherwise);
        content.put("sources", sources);
        List<Finding> findings = new ArrayList<>();
        SurvivorshipContent.read(FieldValues.exact(content), findings);
        return findings.stream()
                .map(finding -> finding.pointer() + " " + finding.code())
                .toList();
    }

    @Test
    void what_is_shipped_is_read_as_it_is_written() {
        SurvivorshipRules shipped = ShippedRules.usual();
        List<Finding> findings = new ArrayList<>();
        assertThat(SurvivorshipContent.read(FieldValues.of(SurvivorshipContent.write(shipped)), findings))
                .isEqualTo(shipped);
        assertThat(findings).isEmpty();
    }

    @Test
    void each_wrong_entry_is_pointed_at() {
        Object field = List.of(Map.of("field", "phone", "rules", List.of("newest", "loudest", "newest")));
        assertThat(said(field, List.of("trust"), List.of(HUB)))
                .containsExactly("/fields/fields/0/rules/1 choice", "/fields/fields/0/rules/2 survivorshipTwice");
        assertThat(said(List.of("phone"), List.of(), List.of(HUB)))
                .containsExactly("/fields/fields/0 type", "/fields/otherwise required");
        assertThat(said("phone", "newest", List.of(HUB)))
                .containsExactlyInAnyOrder("/fields/fields type", "/fields/otherwise type");
        assertThat(said(List.of(), List.of("newest"), List.of())).containsExactly("/fields/sources survivorshipHub");
        assertThat(said(
                        List.of(),
                        List.of("newest"),
                        List.of(HUB, HUB, Map.of("source", "erp", "trust", 1.1, "halfLifeDays", 0, "x", 1))))
                .containsExactlyInAnyOrder(
                        "/fields/sources/1/source survivorshipTwice",
                        "/fields/sources/2/x unknownField",
                        "/fields/sources/2/trust range",
                        "/fields/sources/2/halfLifeDays policyRange");
    }
}
