package org.mdmhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.policy.PolicyMother.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

/** What a policy's content must look like. */
class PolicyContentTest {

    @Test
    void a_policy_is_read_with_all_its_parts() {
        Policy policy = PolicyMother.policy(
                "p",
                "type",
                "customers",
                "kinds",
                List.of("UPDATE"),
                "when",
                List.of(Map.of("field", "accountGroup", "is", "EQUAL", "value", "SITE")),
                "above",
                Map.of("field", "creditLimit", "value", 1000),
                "keepsDecisions",
                true,
                "steps",
                List.of(Map.of("stage", 2, "people", List.of("b", "a"), "needed", 0, "dueHours", 8)));

        assertThat(policy.when()).hasSize(1);
        assertThat(policy.active()).isTrue();
        assertThat(policy.keepsDecisions()).isTrue();
        assertThat(policy.steps())
                .containsExactly(new Requirement(2, List.<Role>of(), List.of("a", "b"), 0, 8, List.<Role>of()));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("/fields/name", "required", "name", " "),
                wrong("/fields/kinds/0", "choice", "kinds", List.of("PAINT")),
                wrong("/fields/type", "type", "type", 7),
                wrong("/fields/colour", "unknownField", "colour", "red"),
                wrong("/fields/when", "type", "when", "SITE"),
                wrong("/fields/when/0/is", "choice", "when", List.of(Map.of("field", "name", "is", "NICE"))),
                wrong("/fields/above/value", "required", "above", Map.of("field", "creditLimit")),
                wrong("/fields/above/value", "type", "above", Map.of("field", "creditLimit", "value", "much")),
                wrong("/fields/above", "type", "above", "much"),
                wrong("/fields/candidates", "policyRange", "candidates", 0),
                wrong("/fields/candidates", "type", "candidates", "many"),
                wrong("/fields/validFrom", "type", "validFrom", "2026-02-30"),
                wrong("/fields/validUntil", "policyDates", "validFrom", "2026-02-03", "validUntil", "2026-02-02"),
                wrong("/fields/active", "type", "active", "yes"),
                wrong("/fields/steps", "type", "steps", "STEWARD"),
                wrong("/fields/steps", "policyTooManySteps", "steps", java.util.Collections.nCopies(11, Map.of())),
                wrong("/fields/steps/0", "type", "steps", List.of("STEWARD")),
                wrong("/fields/steps/0/roles", "required", "steps", List.of(Map.of("stage", 1))),
                wrong("/fields/steps/0/roles/0", "choice", "steps", List.of(Map.of("roles", List.of("ADMIN")))),
                wrong("/fields/steps/0/stage", "policyRange", "steps", step("stage", 10)),
                wrong("/fields/steps/0/needed", "policyEveryone", "steps", step("needed", 0)),
                wrong("/fields/steps/0/needed", "policyRange", "steps", step("needed", 1.5)),
                wrong("/fields/steps/0/dueHours", "policyRange", "steps", step("dueHours", 0)),
                wrong("/fields/steps/0/colour", "unknownField", "steps", step("colour", "red")),
                wrong(
                        "/fields/steps/0/needed",
                        "policyTooMany",
                        "steps",
                        List.of(Map.of("people", List.of("a"), "needed", 2))));
    }

    private static List<Map<String, Object>> step(String entry, Object value) {
        return List.of(Map.of("roles", List.of("STEWARD"), entry, value));
    }

    private static Arguments wrong(String pointer, String code, Object... entries) {
        return Arguments.of(pointer, code, entries);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_is_wrong_is_said_where_it_stands(String pointer, String code, Object[] entries) {
        List<Finding> findings = new ArrayList<>();

        assertThat(PolicyContent.read("p", FieldValues.exact(content(entries)), findings))
                .isNull();
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.code()).isEqualTo(code);
        });
    }
}
