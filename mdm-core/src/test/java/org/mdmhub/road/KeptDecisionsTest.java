package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.Staff;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Decision;
import org.mdmhub.request.FourEyes;
import org.mdmhub.request.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** Policies from the screen to the steps of a request, and decisions that hold over a return. */
@HubTest
class KeptDecisionsTest {

    @Autowired
    Road road;

    @Autowired
    ChangeRequests requests;

    @Autowired
    Office office;

    @Autowired
    Staff staff;

    private final String group = "G" + NameMother.number();
    private Actor steward = new Actor("nobody", Map.of());
    private Actor finance = steward;

    @BeforeEach
    void people() {
        steward = staff.knows(office.steward());
        finance = staff.knows(office.finance());
        staff.knows(office.lead());
    }

    /** For customers of this test only: finance and a steward side by side, before anybody else is asked. */
    private void policies(boolean keeps) {
        policy("basic", List.of("shortName", "phone"), "STEWARD", keeps);
        policy("invoice", List.of("taxId"), "FINANCE", keeps);
    }

    private void policy(String name, List<String> touched, String role, boolean keeps) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("name", name);
        content.put("type", "customers");
        content.put("when", List.of(Map.of("field", "customerGroup", "is", "EQUAL", "value", group)));
        content.put("kinds", List.of("UPDATE"));
        content.put("orgUnits", List.of(Office.EAST));
        content.put("fields", touched);
        content.put("only", true);
        content.put("keepsDecisions", keeps);
        content.put("steps", List.of(Map.of("stage", 1, "roles", List.of(role), "needed", 1)));
        UUID asked = road.ask(
                Ask.setting("policies", ChangeKind.CREATE, name + "." + group, null, content, "a test"), office.lead());
        assertThat(road.approve(asked, null, List.of(), office.lead())).isEqualTo(ChangeStatus.APPLIED);
    }

    private UUID asked(Actor asker) {
        String code = office.customer(customerWith("customerGroup", group));
        return road.ask(AskMother.update(code, 1, fields("shortName", "某某", "taxId", "91110000600037341L")), asker);
    }

    private void edited(UUID id, Map<String, @Nullable Object> fields, Actor author) {
        road.edit(id, office.request(id).version(), new Edit(fields, null, null, null, null), author);
        road.submit(id, author);
    }

    @Test
    void steps_stand_side_by_side_and_each_policy_is_named() {
        policies(false);
        UUID id = asked(office.requester());

        assertThat(office.request(id).steps())
                .extracting(Step::stage, Step::policy)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(1, "basic." + group),
                        org.assertj.core.groups.Tuple.tuple(1, "invoice." + group));
        road.approve(id, null, List.of(), finance);
        assertThat(road.approve(id, null, List.of(), steward)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_decision_on_what_did_not_change_counts_again() {
        policies(true);
        Actor asker = office.requester();
        UUID id = asked(asker);
        road.approve(id, "fine", List.of(), finance);
        road.sendBack(id, "a better short name", List.of("shortName"), steward);

        edited(id, fields("shortName", "更好", "taxId", "91110000600037341L"), asker);

        List<Decision> now = office.seeingAll(() -> requests.decisions(id)).stream()
                .filter(decision -> decision.round() == 2)
                .toList();
        assertThat(now).singleElement().satisfies(kept -> {
            assertThat(kept.decidedBy()).isEqualTo(finance.login());
            assertThat(kept.carriedFrom()).isNotNull();
        });
        assertThatThrownBy(() -> road.approve(id, null, List.of(), finance)).isInstanceOf(FourEyes.class);
        assertThat(road.approve(id, null, List.of(), steward)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void one_on_what_changed_does_not() {
        policies(true);
        Actor asker = office.requester();
        UUID id = asked(asker);
        road.approve(id, null, List.of(), finance);
        road.sendBack(id, "look again", List.of(), steward);

        edited(id, fields("shortName", "某某", "taxId", "91350100M000100Y43"), asker);

        assertThat(kept(id)).isEmpty();
    }

    @Test
    void nor_where_the_policy_does_not_say_so() {
        policies(false);
        Actor asker = office.requester();
        UUID id = asked(asker);
        road.approve(id, null, List.of(), finance);
        road.sendBack(id, "look again", List.of(), steward);

        road.submit(id, asker);

        assertThat(kept(id)).isEmpty();
    }

    @Test
    void nor_that_of_somebody_who_has_lost_his_seat() {
        policies(true);
        Actor asker = office.requester();
        UUID id = asked(asker);
        road.approve(id, null, List.of(), finance);
        road.sendBack(id, "look again", List.of(), steward);
        staff.forgets(finance);

        road.submit(id, asker);

        assertThat(kept(id)).isEmpty();
    }

    @Test
    void nor_that_of_somebody_who_wrote_into_it_since() {
        policies(true);
        Actor asker = office.requester();
        Actor mending = staff.knows(office.steward());
        UUID id = asked(asker);
        road.approve(id, null, List.of(), mending);
        road.sendBack(id, "look again", List.of(), finance);

        edited(id, fields("shortName", "某某", "taxId", "91350100M000100Y43"), mending);

        assertThat(kept(id)).isEmpty();
    }

    @Test
    void a_policy_whose_step_nobody_could_take_somewhere_is_refused() {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("name", "everywhere");
        content.put("steps", List.of(Map.of("people", List.of(steward.login()), "needed", 1)));

        assertThatThrownBy(() -> road.ask(
                        Ask.setting("policies", ChangeKind.CREATE, "x." + group, null, content, "a test"),
                        office.lead()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings())
                                .anySatisfy(
                                        finding -> assertThat(finding.code()).isEqualTo("policyNobody")));
    }

    private List<Decision> kept(UUID id) {
        return office.seeingAll(() -> requests.decisions(id)).stream()
                .filter(decision -> decision.round() == office.request(id).round())
                .toList();
    }
}
