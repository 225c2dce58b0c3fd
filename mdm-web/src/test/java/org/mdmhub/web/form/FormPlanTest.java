package org.mdmhub.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.web.form.Condition.Treatment.HIDDEN;
import static org.mdmhub.web.form.Condition.Treatment.READ_ONLY;
import static org.mdmhub.web.form.Condition.Treatment.REQUIRED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.FieldKind;

/** When a condition of a form fits, and what is shown where. */
class FormPlanTest {

    private static final FormPlan PLAN = FormPlan.of(Map.of(
            "by",
            "accountGroup",
            "sections",
            List.of(
                    Map.of("key", "first", "groups", List.of("SITE"), "fields", List.of("name", "street")),
                    Map.of("key", "first", "groups", List.of(), "fields", List.of("name", "creditCode")),
                    Map.of("key", "bank", "label", "Bank", "labelZh", "银行", "fields", List.of("invoiceBank"))),
            "fields",
            List.of(Map.of("field", "name", "width", "FULL", "label", "Full name", "labelZh", "单位全称")),
            "conditions",
            List.of(
                    Map.of("is", "REQUIRED", "fields", List.of("phone"), "groups", List.of("SITE"), "state", "NEW"),
                    Map.of("is", "READ_ONLY", "fields", List.of("creditLimit"), "roles", List.of("REQUESTER")),
                    Map.of("is", "HIDDEN", "fields", List.of("lei"), "categories", List.of("SMALL")))));

    @ParameterizedTest
    @CsvSource({
        "SITE, true, true",
        "SITE, false, false",
        "BRANCH, true, false",
        "BRANCH, false, false",
    })
    void a_condition_fits_its_account_group_and_state_only(String group, boolean fresh, boolean required) {
        assertThat(PLAN.is(REQUIRED, "phone", new FormPlan.Audience(group, "", Set.of(Role.STEWARD), fresh)))
                .isEqualTo(required);
    }

    @Test
    void a_condition_of_a_role_fits_who_asks_by_none_but_that() {
        assertThat(PLAN.is(READ_ONLY, "creditLimit", by(Role.REQUESTER))).isTrue();
        assertThat(PLAN.is(READ_ONLY, "creditLimit", by(Role.REQUESTER, Role.STEWARD)))
                .isFalse();
        assertThat(PLAN.is(READ_ONLY, "creditLimit", by())).isFalse();
    }

    @Test
    void a_condition_of_a_category_fits_no_other() {
        assertThat(PLAN.is(HIDDEN, "lei", new FormPlan.Audience("SITE", "SMALL", Set.of(), true)))
                .isTrue();
        assertThat(PLAN.is(HIDDEN, "lei", new FormPlan.Audience("SITE", "", Set.of(), true)))
                .isFalse();
    }

    @Test
    void of_several_sections_with_one_key_the_first_that_fits_is_shown() {
        assertThat(PLAN.sections("SITE").get(0).fields()).containsExactly("name", "street");
        assertThat(PLAN.sections("BRANCH").get(0).fields()).containsExactly("name", "creditCode");
        assertThat(PLAN.sections("BRANCH")).hasSize(2);
    }

    @Test
    void a_field_is_called_and_set_as_the_form_says_and_else_as_everywhere() {
        assertThat(PLAN.label("name", java.util.Locale.SIMPLIFIED_CHINESE)).hasValue("单位全称");
        assertThat(PLAN.label("phone", java.util.Locale.ENGLISH)).isEmpty();
        assertThat(PLAN.width("name", FieldKind.TEXT)).isEqualTo("full");
        assertThat(PLAN.width("creditLimit", FieldKind.NUMBER)).isEqualTo("third");
    }

    private static FormPlan.Audience by(Role... roles) {
        return new FormPlan.Audience("SITE", "", Set.of(roles), true);
    }
}
