package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customer;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.coding.Codes;
import org.mdmhub.coding.IssuedCode;
import org.mdmhub.matching.Matching;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeStatus;
import org.springframework.beans.factory.annotation.Autowired;

/** EXTEND, BLOCK, UNBLOCK and RETIRE. */
@HubTest
class KindsTest {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    Codes codes;

    @Autowired
    Matching matching;

    @Test
    void extend_adds_a_view_for_the_asking_organisation_decided_by_the_owner() {
        String code = office.customer();
        Actor south = office.requesterSouth();
        UUID id = road.ask(AskMother.extend(code, Office.SOUTH, fields("salesOwner", "陈")), south);

        assertThat(office.request(id).ownerUnitId()).isEqualTo(office.unit(Office.EAST));
        assertThat(office.approved(id)).isEqualTo(ChangeStatus.APPLIED);

        assertThat(office.record(code).seenBy())
                .containsExactlyInAnyOrder(office.unit(Office.EAST), office.unit(Office.SOUTH));
        assertThat(office.values(code).list("views"))
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("orgUnit", Office.SOUTH)
                .containsEntry("salesOwner", "陈")
                .containsKey("id");
        assertThat(office.record(code).version()).isEqualTo(2);
    }

    @Test
    void extend_takes_the_view_also_as_the_item_that_it_will_be() {
        String code = office.customer();

        office.done(AskMother.extend(
                code, Office.SOUTH, fields("views", List.of(fields("orgUnit", "CN-SOUTH", "salesOwner", "李")))));

        assertThat(office.values(code).list("views").get(0)).containsEntry("salesOwner", "李");
    }

    @Test
    void extend_for_an_organisation_that_has_it_changes_nothing() {
        String code = office.customer();
        Actor asker = office.requester();

        assertThatThrownBy(() -> road.ask(AskMother.extend(code, Office.EAST, Map.of()), asker))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.NO_CHANGE));
    }

    @Test
    void an_error_inside_a_view_is_told_at_its_place_in_the_request() {
        String code = office.customer();
        Actor south = office.requesterSouth();

        assertThatThrownBy(() -> road.ask(AskMother.extend(code, Office.SOUTH, fields("currency", "XXQ")), south))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.findings()).extracting("pointer").containsExactly("/fields/currency"));
    }

    @Test
    void a_block_makes_the_record_blocked_and_unblock_takes_it_away() {
        String code = office.customer();

        office.done(AskMother.block(code, Map.of("scope", "ORDER", "reason", "欠款")));

        assertThat(office.record(code).status()).isEqualTo(RecordStatus.BLOCKED);
        assertThat(office.values(code).list("blocks"))
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("scope", "ORDER")
                .containsEntry("reason", "欠款");

        office.done(AskMother.unblock(code, Map.of("scope", "ORDER")));

        assertThat(office.record(code).status()).isEqualTo(RecordStatus.ACTIVE);
        assertThat(office.values(code).list("blocks")).isEmpty();
        assertThat(office.record(code).version()).isEqualTo(3);
    }

    @Test
    void a_block_in_one_organisation_does_not_block_the_record_itself() {
        String code = office.customer();

        office.done(AskMother.block(code, Map.of("scope", "ALL", "orgUnit", Office.EAST)));

        assertThat(office.record(code).status()).isEqualTo(RecordStatus.ACTIVE);
        assertThat(office.values(code).list("blocks")).hasSize(1);
    }

    @Test
    void a_block_that_ended_does_not_block() {
        String code = office.customer();

        office.done(AskMother.block(
                code,
                Map.of("scope", "ALL", "until", LocalDate.now().minusDays(3).toString())));

        assertThat(office.record(code).status()).isEqualTo(RecordStatus.ACTIVE);
    }

    @Test
    void a_block_that_is_there_changes_nothing_and_so_does_taking_away_what_is_not() {
        String code = office.customer();
        Actor asker = office.requester();
        assertThatThrownBy(() -> road.ask(AskMother.unblock(code, Map.of("scope", "ALL")), asker))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.NO_CHANGE));

        office.done(AskMother.block(code, Map.of("scope", "ALL")));

        assertThatThrownBy(() -> road.ask(AskMother.block(code, Map.of("scope", "ALL")), asker))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.NO_CHANGE));
    }

    @Test
    void two_blocks_asked_for_at_the_same_version_do_not_overwrite_each_other() {
        String code = office.customer();
        UUID one = road.ask(AskMother.block(code, Map.of("scope", "ORDER")), office.requester());
        UUID other = road.ask(AskMother.block(code, Map.of("scope", "INVOICE")), office.requester());

        office.approved(one);
        office.approved(other);

        assertThat(office.values(code).list("blocks")).extracting("scope").containsExactly("ORDER", "INVOICE");
    }

    @Test
    void a_retired_record_keeps_its_code_and_is_no_candidate_any_more() {
        Map<String, Object> fields = customer();
        String code = office.customer(fields);

        office.done(AskMother.retire(code));

        assertThat(office.record(code).status()).isEqualTo(RecordStatus.RETIRED);
        assertThat(codes.find("customers", code).orElseThrow().state()).isEqualTo(IssuedCode.State.RETIRED);
        assertThat(office.seeingAll(() -> matching.candidates("customers", FieldValues.of(fields), null)))
                .isEmpty();
    }

    @Test
    void a_retired_record_takes_no_more_changes() {
        String code = office.customer();
        UUID waiting = office.askedUpdate(code, fields("city", "上海市"));
        office.done(AskMother.retire(code));
        Actor asker = office.requester();
        Actor steward = office.steward();

        assertThatThrownBy(() -> road.ask(AskMother.retire(code), asker))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.STATE));
        assertThatThrownBy(() -> road.approve(waiting, null, List.of(), steward))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.STATE));
        assertThat(office.status(waiting)).isEqualTo(ChangeStatus.IN_REVIEW);
    }
}
