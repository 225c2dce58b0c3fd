package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customer;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.matching.Matching;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.FourEyes;
import org.mdmhub.request.NotAllowed;
import org.springframework.beans.factory.annotation.Autowired;

/** Drafts, returning, editing, rejecting and withdrawing. */
@HubTest
class DraftTest {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    Matching matching;

    @Autowired
    ChangeRequests requests;

    @Test
    void a_draft_is_kept_with_its_errors_as_they_were_written() {
        UUID id = road.ask(
                AskMother.draft(AskMother.create(fields("nonsense", "?", "country", "Atlantis"))), office.requester());

        assertThat(office.status(id)).isEqualTo(ChangeStatus.DRAFT);
        assertThat(office.request(id).wish().fields())
                .containsEntry("nonsense", "?")
                .containsEntry("country", "Atlantis");
    }

    @Test
    void a_draft_with_an_error_cannot_be_submitted_until_it_is_edited() {
        Actor asker = office.requester();
        UUID id = road.ask(AskMother.draft(AskMother.create(customerWith("country", "Atlantis"))), asker);

        assertThatThrownBy(() -> road.submit(id, asker))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.INVALID));
        road.edit(id, version(id), new Edit(customerWith("country", "CN"), null, null, null, null), asker);
        road.submit(id, asker);

        assertThat(office.status(id)).isEqualTo(ChangeStatus.IN_REVIEW);
    }

    @Test
    void nobody_decides_on_a_draft() {
        UUID id = road.ask(AskMother.draft(AskMother.create(customer())), office.requester());
        Actor steward = office.steward();

        assertThatThrownBy(() -> road.approve(id, null, List.of(), steward)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void an_edit_of_something_that_has_moved_since_he_read_it_is_refused() {
        Actor asker = office.requester();
        UUID id = road.ask(AskMother.draft(AskMother.create(customer())), asker);
        int read = version(id);
        road.edit(id, read, new Edit(customer(), null, null, "first", null), asker);

        assertThatThrownBy(() -> road.edit(id, read, new Edit(customer(), null, null, "second", null), asker))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.STALE));
        assertThat(office.request(id).wish().reason()).isEqualTo("first");
    }

    @Test
    void a_returned_request_names_the_fields_is_edited_submitted_again_and_applied() {
        Actor asker = office.requester();
        Map<String, Object> fields = customerWith("phone", "12");
        UUID id = road.ask(AskMother.create(fields), asker);

        road.sendBack(id, "which phone?", List.of("phone"), office.steward());

        assertThat(office.status(id)).isEqualTo(ChangeStatus.RETURNED);
        assertThat(office.seeingAll(() -> requests.decisions(id)))
                .singleElement()
                .satisfies(decision -> assertThat(decision.fields()).containsExactly("phone"));
        fields.put("phone", "13800138000");
        road.edit(id, version(id), new Edit(fields, null, null, null, null), asker);
        road.submit(id, asker);
        assertThat(office.approved(id)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(office.codeOf(id)).text("phone")).isEqualTo("+8613800138000");
    }

    @Test
    void a_returned_request_may_be_submitted_unchanged_and_decided_by_who_returned_it() {
        Actor asker = office.requester();
        Actor steward = office.steward();
        UUID id = road.ask(AskMother.create(customer()), asker);

        road.sendBack(id, "sure?", List.of(), steward);
        road.submit(id, asker);

        assertThat(office.request(id).round()).isEqualTo(2);
        assertThat(road.approve(id, "so be it", List.of(), steward)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void whoever_edits_becomes_an_author_and_decides_no_more() {
        Actor steward = office.steward();
        UUID id = road.ask(AskMother.draft(AskMother.create(customer())), office.requester());

        road.edit(id, version(id), new Edit(customer(), null, null, null, null), steward);
        road.submit(id, steward);

        assertThatThrownBy(() -> road.approve(id, null, List.of(), steward)).isInstanceOf(FourEyes.class);
        assertThat(office.approved(id)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_rejected_request_is_the_end_of_it_and_no_candidate_any_more() {
        Map<String, Object> fields = customer();
        Actor asker = office.requester();
        UUID id = road.ask(AskMother.create(fields), asker);

        road.reject(id, null, "we know them", office.steward());

        assertThat(office.status(id)).isEqualTo(ChangeStatus.REJECTED);
        assertThat(candidates(fields)).isZero();
        assertThatThrownBy(() -> road.submit(id, asker)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void only_who_asked_withdraws() {
        Map<String, Object> fields = customer();
        Actor asker = office.requester();
        Actor other = office.requester();
        UUID id = road.ask(AskMother.create(fields), asker);

        assertThatThrownBy(() -> road.withdraw(id, other))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.NOT_REQUESTER));
        road.withdraw(id, asker);

        assertThat(office.status(id)).isEqualTo(ChangeStatus.WITHDRAWN);
        assertThat(candidates(fields)).isZero();
    }

    @Test
    void a_request_that_was_edited_until_nothing_is_left_is_refused_at_its_submission() {
        String code = office.customer(customerWith("website", "one.example"));
        Actor asker = office.requester();
        UUID id = road.ask(AskMother.draft(AskMother.update(code, 1, fields("website", "two.example"))), asker);
        road.edit(id, version(id), new Edit(fields("website", "one.example"), null, null, null, null), asker);

        assertThatThrownBy(() -> road.submit(id, asker))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.NO_CHANGE));
    }

    @Test
    void a_request_outside_his_organisations_does_not_exist_for_him() {
        UUID id = office.asked(customer());
        Actor outsider = office.stewardSouth();

        assertThatThrownBy(() -> road.approve(id, null, List.of(), outsider))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.NOT_FOUND));
    }

    @Test
    void a_draft_with_text_that_no_database_can_store_is_refused_in_words() {
        Actor asker = office.requester();
        for (String text : List.of("half\uD840", "nothing\u0000")) {
            Ask ask = AskMother.draft(AskMother.create(fields("nonsense", text)));

            assertThatThrownBy(() -> road.ask(ask, asker))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.INVALID));
        }
    }

    private int version(UUID id) {
        return office.request(id).version();
    }

    private int candidates(Map<String, Object> fields) {
        return office.seeingAll(() -> matching.candidates("customers", FieldValues.of(fields), null))
                .size();
    }
}
