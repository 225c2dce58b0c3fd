package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.ActorMother;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.FourEyes;
import org.mdmhub.request.NotAllowed;
import org.mdmhub.request.NotYourStep;
import org.springframework.beans.factory.annotation.Autowired;

/** Some fields of a change are approved by themselves, the rest goes on. */
@HubTest
class FieldApprovalTest {

    @Autowired
    Road road;

    @Autowired
    FieldApproval partly;

    @Autowired
    ChangeRequests requests;

    @Autowired
    Office office;

    private FieldApproval.Approved approve(UUID id, Actor actor, String... named) {
        return partly.approve(id, null, "agreed", List.of(), List.of(named), actor);
    }

    @Test
    void what_needs_one_step_is_applied_now_and_the_rest_waits_for_its_two() {
        String code = office.customer(customerWith("invoiceBank", "工商银行"));
        Actor asker = office.requester();
        UUID id = road.ask(
                AskMother.update(
                        code,
                        1,
                        fields("website", "https://example.cn", "invoiceBank", "建设银行", "phone", "021-55550177")),
                asker);

        FieldApproval.Approved approved = approve(id, office.steward(), "website");

        assertThat(approved.status()).isEqualTo(ChangeStatus.APPLIED);
        assertThat(approved.applied()).containsExactly("website");
        assertThat(office.values(code).text("website")).isEqualTo("https://example.cn");
        assertThat(office.values(code).text("invoiceBank")).isEqualTo("工商银行");
        UUID rest = Objects.requireNonNull(approved.remainder());
        ChangeRequest remainder = office.request(rest);
        assertThat(remainder.status()).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThat(remainder.requestedBy()).isEqualTo(asker.login());
        assertThat(remainder.wish().fields()).containsOnlyKeys("invoiceBank", "phone");
        assertThat(remainder.wish().baseVersion()).isEqualTo(1);
        assertThat(remainder.splitFrom()).isEqualTo(id);
        assertThat(remainder.steps()).hasSize(2);
        assertThat(office.seeingAll(() -> requests.decisions(rest))).isEmpty();
        assertThat(office.seeingAll(() -> requests.authors(rest))).containsExactly(asker.login());
        assertThat(office.approved(rest)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(code).text("invoiceBank")).isEqualTo("建设银行");
        assertThat(office.values(code).text("phone")).isNotNull();
    }

    @Test
    void the_named_fields_ask_for_more_people_where_their_own_policy_does() {
        String code = office.customer(customerWith("invoiceBank", "工商银行"));
        UUID id = office.askedUpdate(code, fields("website", "https://example.cn", "invoiceBank", "建设银行"));

        FieldApproval.Approved approved = approve(id, office.steward(), "invoiceBank");

        assertThat(approved.status()).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThat(approved.applied()).isEmpty();
        assertThat(office.request(id).wish().fields()).containsOnlyKeys("invoiceBank");
        assertThat(office.request(Objects.requireNonNull(approved.remainder())).steps())
                .hasSize(1);
        assertThat(road.approve(id, null, List.of(), office.finance())).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void decisions_before_a_split_go_on_counting_for_the_named_fields() {
        String code = office.customer(customerWith("invoiceBank", "工商银行"));
        UUID id = office.askedUpdate(code, fields("website", "https://example.cn", "invoiceBank", "建设银行"));
        Actor steward = office.steward();
        road.approve(id, null, List.of(), steward);

        FieldApproval.Approved approved = approve(id, office.finance(), "invoiceBank");

        assertThat(approved.status()).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(code).text("invoiceBank")).isEqualTo("建设银行");
        assertThat(office.values(code).text("website")).isNull();
    }

    @Test
    void all_fields_are_a_plain_approval() {
        String code = office.customer();
        UUID id = office.askedUpdate(code, fields("website", "https://example.cn", "shortName", "某某"));

        FieldApproval.Approved approved = approve(id, office.steward(), "shortName", "website");

        assertThat(approved.status()).isEqualTo(ChangeStatus.APPLIED);
        assertThat(approved.remainder()).isNull();
        assertThat(approved.applied()).containsExactlyInAnyOrder("shortName", "website");
    }

    @ParameterizedTest
    @CsvSource({"invoiceBank, together", "phone, notAsked", "none/of~these, notAsked"})
    void what_cannot_be_approved_by_itself_is_refused_in_words_and_nothing_is_split(String named, String code) {
        String record = office.customer();
        UUID id = office.askedUpdate(
                record,
                fields(
                        "website",
                        "https://example.cn",
                        "invoiceBank",
                        "建设银行",
                        "invoiceAccount",
                        "6222020000000000001"));

        assertThatThrownBy(() -> approve(id, office.steward(), named))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings())
                                .anySatisfy(
                                        finding -> assertThat(finding.code()).isEqualTo(code)));
        assertThat(office.request(id).wish().fields()).hasSize(3);
        assertThat(office.status(id)).isEqualTo(ChangeStatus.IN_REVIEW);
    }

    @Test
    void only_a_change_of_values_can_be_approved_in_part() {
        UUID id = office.asked(CustomerMother.customerWith("phone", "021-55550178"));

        assertThatThrownBy(() -> approve(id, office.steward(), "phone"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings())
                                .anySatisfy(
                                        finding -> assertThat(finding.code()).isEqualTo("wholeOnly")));
    }

    @Test
    void four_eyes_hold_for_both_halves() {
        String code = office.customer(customerWith("invoiceBank", "工商银行"));
        Actor asker = office.requester();
        Actor promoted = ActorMother.as(asker, Role.LEAD, office.allUnits());
        UUID id = road.ask(
                AskMother.update(code, 1, fields("website", "https://example.cn", "invoiceBank", "建设银行")), asker);
        assertThatThrownBy(() -> approve(id, promoted, "website")).isInstanceOf(FourEyes.class);
        assertThatThrownBy(() -> approve(id, office.stewardSouth(), "website")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> approve(id, office.finance(), "website")).isInstanceOf(NotYourStep.class);
        Actor lead = office.lead();
        UUID rest = Objects.requireNonNull(approve(id, lead, "invoiceBank").remainder());

        assertThatThrownBy(() -> approve(id, lead)).isInstanceOf(FourEyes.class);
        assertThatThrownBy(() -> approve(id, promoted)).isInstanceOf(FourEyes.class);
        assertThatThrownBy(() -> approve(rest, promoted)).isInstanceOf(FourEyes.class);
        assertThat(approve(rest, lead).status()).isEqualTo(ChangeStatus.APPLIED);
        assertThatThrownBy(() -> approve(rest, office.lead(), "website")).isInstanceOf(NotAllowed.class);
    }
}
