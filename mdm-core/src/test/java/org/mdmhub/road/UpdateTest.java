package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mdmhub.mother.CustomerMother.customer;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.ActorMother;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.ProductMother;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.NotAllowed;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class UpdateTest {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Test
    void an_approved_update_changes_only_its_fields_and_counts_the_version() {
        String code = office.customer(customerWith("phone", "021 6888 8888", "website", "one.example"));

        UUID id = office.askedUpdate(code, fields("website", "two.example", "phone", null));

        assertThat(office.values(code).text("website")).isEqualTo("one.example");
        assertThat(office.approved(id)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.record(code).version()).isEqualTo(2);
        assertThat(office.values(code).asMap())
                .containsEntry("website", "two.example")
                .doesNotContainKey("phone")
                .containsKey("creditCode");
    }

    @Test
    void numbers_that_were_stored_before_can_be_changed_again() {
        String code = office.customer(customerWith("creditLimit", 100));

        office.updated(code, fields("creditLimit", 250.50));
        office.updated(code, fields("creditLimit", 300));

        assertThat(office.values(code).get("creditLimit")).hasToString("300");
    }

    @Test
    void numbers_inside_lists_can_be_changed_again() {
        String code = office.product(ProductMother.productWith(
                "units", List.of(Map.of("id", "box", "unit", "BOX", "numerator", 12, "denominator", 1.5))));

        office.done(Ask.update(
                "products",
                code,
                1,
                fields("units", List.of(Map.of("id", "box", "unit", "BOX", "numerator", 24, "denominator", 1.5))),
                "a bigger box"));

        assertThat(office.values(code).list("units").get(0)).hasFieldOrPropertyWithValue("id", "box");
        assertThat(office.values(code).list("units").get(0).get("numerator")).hasToString("24");
    }

    @Test
    void an_update_that_changes_nothing_is_refused() {
        String code = office.customer(customerWith("website", "one.example"));

        assertThatThrownBy(() -> office.askedUpdate(code, fields("website", " one.example ")))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.NO_CHANGE));
    }

    @Test
    void an_update_that_changes_nothing_is_refused_also_where_the_record_has_a_warning() {
        String code = office.product(ProductMother.productWith("baseUnit", "ROLL", "brand", "one"));
        Actor asker = office.requester();

        assertThatThrownBy(() -> road.ask(Ask.update("products", code, 1, fields("brand", "one"), "same"), asker))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.NO_CHANGE));
    }

    @Test
    void a_value_equal_to_the_present_one_is_dropped_from_the_request() {
        String code = office.customer(customerWith("website", "one.example"));

        UUID id = office.askedUpdate(code, fields("website", "one.example", "city", "上海市"));

        assertThat(office.request(id).wish().fields()).containsOnlyKeys("city");
    }

    @Test
    void a_missing_base_version_is_refused() {
        String code = office.customer();
        Ask without = new Ask(
                "customers",
                ChangeKind.UPDATE,
                code,
                null,
                null,
                fields("city", "上海市"),
                null,
                null,
                "no base",
                null,
                null,
                true);
        Actor asker = office.requester();

        Refused refused = catchThrowableOfType(Refused.class, () -> road.ask(without, asker));

        assertThat(refused.findings()).extracting("pointer").containsExactly("/baseVersion");
    }

    @ParameterizedTest
    @CsvSource({"0", "2", "99"})
    void a_base_version_that_never_was_is_refused(int base) {
        String code = office.customer();
        Actor asker = office.requester();

        Refused refused = catchThrowableOfType(
                Refused.class, () -> road.ask(AskMother.update(code, base, fields("city", "上海市")), asker));

        assertThat(refused.findings()).extracting("code").containsExactly("noSuchVersion");
    }

    @Test
    void an_update_of_another_field_on_an_old_version_rebases_by_itself() {
        String code = office.customer(customerWith("website", "one.example"));
        UUID late = office.askedUpdate(code, fields("website", "two.example"));

        office.updated(code, fields("englishName", "Meanwhile Ltd"));

        assertThat(office.approved(late)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.record(code).version()).isEqualTo(3);
        assertThat(office.values(code).asMap())
                .containsEntry("website", "two.example")
                .containsEntry("englishName", "Meanwhile Ltd");
    }

    @Test
    void an_update_asked_for_with_a_stale_base_version_rebases_too() {
        String code = office.customer(customerWith("website", "one.example"));
        office.updated(code, fields("englishName", "Meanwhile Ltd"));

        UUID late = road.ask(AskMother.update(code, 1, fields("website", "two.example")), office.requester());

        assertThat(office.approved(late)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void the_same_field_on_an_old_version_is_a_conflict_that_is_committed() {
        String code = office.customer(customerWith("website", "one.example"));
        office.updated(code, fields("website", "two.example"));

        UUID late = road.ask(AskMother.update(code, 1, fields("website", "three.example")), office.requester());

        assertThat(office.approved(late)).isEqualTo(ChangeStatus.CONFLICT);
        assertThat(office.request(late).status()).isEqualTo(ChangeStatus.CONFLICT);
        assertThat(office.request(late).conflicts()).containsExactly("website");
        assertThat(office.values(code).text("website")).isEqualTo("two.example");
    }

    @ParameterizedTest
    @CsvSource({
        "city, 杭州市, street, 解放路2号, city",
        "invoiceBank, 工商银行, invoiceAccount, 6222020000000000002, invoiceBank",
        "country, DE, postalCode, 200002, country"
    })
    void two_fields_that_only_make_sense_together_conflict(
            String first, String value, String second, String other, String moved) {
        String code = office.customer(customer());
        UUID late = office.askedUpdate(code, fields(second, other));

        office.updated(code, fields(first, value));

        assertThat(office.approved(late)).isEqualTo(ChangeStatus.CONFLICT);
        assertThat(office.request(late).conflicts()).containsExactly(moved);
    }

    @Test
    void a_conflict_is_edited_on_todays_version_submitted_and_applied() {
        String code = office.customer(customerWith("website", "one.example"));
        Actor asker = office.requester();
        UUID late = road.ask(AskMother.update(code, 1, fields("website", "three.example")), asker);
        office.updated(code, fields("website", "two.example"));
        office.approved(late);

        assertThatThrownBy(() -> road.submit(late, asker)).isInstanceOf(NotAllowed.class);
        ChangeRequest request = office.request(late);
        road.edit(late, request.version(), new Edit(fields("website", "four.example"), 2, null, null, null), asker);
        road.submit(late, asker);

        assertThat(office.approved(late)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(code).text("website")).isEqualTo("four.example");
        assertThat(office.record(code).version()).isEqualTo(3);
    }

    @Test
    void who_may_only_look_at_a_record_asks_for_no_change_of_it() {
        String code = office.customer();
        Actor auditor = ActorMother.actor(Role.AUDITOR, office.allUnits());
        Actor elsewhere = new Actor(
                "asks-in-the-south",
                Map.of(
                        Role.REQUESTER, Set.of(office.unit(Office.SOUTH)),
                        Role.AUDITOR, Set.of(office.unit(Office.EAST))));

        for (Actor actor : List.of(auditor, elsewhere)) {
            Refused refused = catchThrowableOfType(
                    Refused.class, () -> road.ask(AskMother.update(code, 1, fields("city", "上海市")), actor));
            assertThat(refused.findings()).extracting("pointer").containsExactly("/orgUnit");
        }
    }

    @Test
    void a_record_outside_his_organisations_does_not_exist_for_him() {
        String code = office.customer();
        Actor outsider = office.requesterSouth();

        assertThatThrownBy(() -> road.ask(AskMother.update(code, 1, fields("city", "广州市")), outsider))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.NOT_FOUND));
    }
}
