package org.mdmhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.policy.PolicyMother.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.PolicyCase;

/** Each part of a policy before requests: a table of what holds. */
class MeetingTest {

    private static final Map<String, String> GROUPS = Map.of(
            "name", "basic", "phone", "basic", "taxId", "invoice", "invoiceBank", "invoice", "creditLimit", "credit");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static Stream<Arguments> met() {
        List<FieldChange> bank = List.of(new FieldChange("invoiceBank", "工商银行", "建设银行"));
        List<FieldChange> firstBank = List.of(new FieldChange("invoiceBank", null, "建设银行"));
        List<FieldChange> noBank = List.of(new FieldChange("invoiceBank", "工商银行", null));
        List<FieldChange> limit = List.of(new FieldChange("creditLimit", null, number(1001)));
        List<FieldChange> exactLimit = List.of(new FieldChange("creditLimit", null, number(1000)));
        return Stream.of(
                met(true, bank),
                met(true, bank, "type", "customers"),
                met(false, bank, "type", "products"),
                met(true, bank, "kinds", List.of("UPDATE", "CREATE")),
                met(false, bank, "kinds", List.of("CREATE")),
                met(true, bank, "orgUnits", List.of("CN-EAST")),
                met(true, bank, "orgUnits", List.of("GROUP")),
                met(false, bank, "orgUnits", List.of("CN-SOUTH")),
                met(true, bank, "when", when("accountGroup", "EQUAL", "SITE")),
                met(false, bank, "when", when("accountGroup", "DIFFERENT", "SITE")),
                met(true, bank, "when", when("accountGroup", "ONE_OF", List.of("SITE", "PERSON"))),
                met(true, bank, "when", when("creditLimit", "GREATER", 10)),
                met(false, bank, "when", when("phone", "PRESENT", "")),
                met(true, bank, "groups", List.of("invoice")),
                met(false, bank, "groups", List.of("credit")),
                met(true, bank, "fields", List.of("taxId", "invoiceBank")),
                met(true, bank, "groups", List.of("credit"), "fields", List.of("invoiceBank")),
                met(true, bank, "replaced", List.of("invoiceBank")),
                met(true, noBank, "replaced", List.of("invoiceBank")),
                met(false, firstBank, "replaced", List.of("invoiceBank")),
                met(true, limit, "above", Map.of("field", "creditLimit", "value", 1000)),
                met(false, exactLimit, "above", Map.of("field", "creditLimit", "value", 1000)),
                met(true, bank, "candidates", 2),
                met(false, bank, "candidates", 3),
                met(true, bank, "validFrom", "2026-11-22", "validUntil", "2026-11-22"),
                met(false, bank, "validFrom", "2026-11-23"),
                met(false, bank, "validUntil", "2026-11-21"),
                met(false, bank, "active", false));
    }

    private static Arguments met(boolean met, List<FieldChange> changes, Object... entries) {
        return Arguments.of(met, changes, entries);
    }

    private static List<Map<String, Object>> when(String field, String is, Object value) {
        return List.of(Map.of("field", field, "is", is, "values", value));
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }

    @ParameterizedTest
    @MethodSource("met")
    void a_policy_is_met_where_every_part_that_it_names_holds(
            boolean met, List<FieldChange> changes, Object[] entries) {
        List<Answer.Part> parts = meeting(changes).parts(policy("p", entries));

        assertThat(parts.stream().allMatch(Answer.Part::holds)).isEqualTo(met);
    }

    @Test
    void a_list_is_replaced_where_an_item_is_gone_or_another_one_but_not_by_one_more() {
        Map<String, Object> one = Map.of("id", "a", "account", "1");
        Map<String, Object> other = Map.of("id", "b", "account", "2");

        assertThat(replaced(List.of(one), List.of(one, other))).isFalse();
        assertThat(replaced(List.of(one, other), List.of(other, one))).isFalse();
        assertThat(replaced(List.of(one, other), List.of(one))).isTrue();
        assertThat(replaced(List.of(one), List.of(Map.of("id", "a", "account", "2"))))
                .isTrue();
    }

    private static boolean replaced(List<Map<String, Object>> before, List<Map<String, Object>> after) {
        return holds(
                new FieldChange("bankAccounts", before, after),
                policy("p", "replaced", List.of("bankAccounts")),
                Answer.What.REPLACED);
    }

    @Test
    void a_view_touches_the_fields_that_change_in_it_and_its_limit_counts_where_the_view_is_another_one() {
        Map<String, Object> old = Map.of("id", "v", "orgUnit", "INTL", "creditLimit", number(5000), "salesOwner", "a");
        Map<String, Object> sold = Map.of("id", "v", "orgUnit", "INTL", "creditLimit", number(5000), "salesOwner", "b");
        Map<String, Object> more = Map.of("id", "w", "orgUnit", "CN-SOUTH", "creditLimit", number(2000));
        Policy credit = policy("p", "groups", List.of("credit"));
        Policy high = policy("p", "above", Map.of("field", "creditLimit", "value", 1000));

        assertThat(holds(new FieldChange("views", List.of(old), List.of(sold)), credit, Answer.What.TOUCHED))
                .isFalse();
        assertThat(holds(new FieldChange("views", List.of(old), List.of(sold)), high, Answer.What.ABOVE))
                .isTrue();
        assertThat(holds(new FieldChange("views", List.of(old), List.of(old, more)), credit, Answer.What.TOUCHED))
                .isTrue();
        assertThat(holds(new FieldChange("views", List.of(old), List.of(old)), high, Answer.What.ABOVE))
                .isFalse();
    }

    private static boolean holds(FieldChange change, Policy policy, Answer.What what) {
        return meeting(List.of(change)).parts(policy).stream().anyMatch(part -> part.what() == what && part.holds());
    }

    @Test
    void finance_sales_and_quality_are_each_asked_when_their_fields_are_touched_only() {
        List<Policy> policies = new ArrayList<>(List.of(
                policy("all"),
                policy("finance", "groups", List.of("invoice"), "steps", List.of(PolicyMother.step(2, "FINANCE"))),
                policy("sales", "groups", List.of("credit"), "steps", List.of(PolicyMother.step(2, "SALES_MANAGER")))));
        List<FieldChange> both =
                List.of(new FieldChange("taxId", null, "1"), new FieldChange("creditLimit", null, number(1)));

        assertThat(PolicyAnswers.steps(PolicyAnswers.answers(meeting(both), policies)))
                .extracting(step -> step.stage() + " " + step.roles() + " " + step.policy())
                .containsExactly("1 [STEWARD] all", "2 [FINANCE] finance", "2 [SALES_MANAGER] sales");
        assertThat(PolicyAnswers.steps(
                        PolicyAnswers.answers(meeting(List.of(new FieldChange("phone", null, "1"))), policies)))
                .hasSize(1);
    }

    @Test
    void one_that_stands_alone_leaves_the_others_out_and_without_steps_asks_nobody() {
        List<Policy> policies =
                List.of(policy("all"), policy("phones", "fields", List.of("phone"), "only", true, "steps", List.of()));

        assertThat(PolicyAnswers.steps(
                        PolicyAnswers.answers(meeting(List.of(new FieldChange("phone", null, "1"))), policies)))
                .isEmpty();
        assertThat(PolicyAnswers.steps(
                        PolicyAnswers.answers(meeting(List.of(new FieldChange("name", null, "1"))), policies)))
                .hasSize(1);
    }

    @Test
    void where_no_policy_is_met_a_lead_decides() {
        assertThat(PolicyAnswers.steps(List.of()))
                .singleElement()
                .satisfies(step -> assertThat(step.roles()).containsExactly(org.mdmhub.organisation.Role.LEAD));
    }

    private static Meeting meeting(List<FieldChange> changes) {
        FieldValues after = FieldValues.of(Map.of("accountGroup", "SITE", "creditLimit", number(11)));
        PolicyCase asked = new PolicyCase("customers", ChangeKind.UPDATE, 2, after, changes, 2);
        return new Meeting(asked, "CN-EAST", Set.of("CN-EAST", "GROUP"), GROUPS, TODAY);
    }
}
