package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customer;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeStatus;
import org.springframework.beans.factory.annotation.Autowired;

/** Who decided takes it back while nothing has left and nobody has written since. */
@HubTest
class UndoTest {

    @Autowired
    Road road;

    @Autowired
    Undo undo;

    @Autowired
    Office office;

    private Actor steward = new Actor("nobody", Map.of());

    @BeforeEach
    void somebody() {
        steward = office.steward();
    }

    private UUID approvedUpdate(String code, Object... keysAndValues) {
        UUID id = office.askedUpdate(code, fields(keysAndValues));
        road.approve(id, null, List.of(), steward);
        return id;
    }

    @Test
    void an_update_is_put_back_field_for_field_and_both_stand_in_the_history() {
        String code = office.customer(customerWith("phone", "021 6888 8888", "website", "one.example"));
        var before = office.values(code).asMap();
        UUID id = approvedUpdate(code, "phone", null, "website", "two.example");
        assertThat(undo.until(id, steward)).isPresent();

        assertThat(undo.undo(id, steward)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(code).asMap()).isEqualTo(before);
        assertThat(office.record(code).version()).isEqualTo(3);
        assertThat(undo.until(id, steward)).isEmpty();
    }

    @Test
    void a_block_is_taken_off_again() {
        String code = office.customer();
        var before = office.values(code).asMap();
        UUID id = road.ask(AskMother.block(code, Map.of("scope", "ORDER", "reason", "overdue")), office.requester());
        road.approve(id, null, List.of(), steward);
        undo.undo(id, steward);
        assertThat(office.values(code).asMap()).isEqualTo(before);
    }

    @Test
    void only_who_decided_takes_it_back_and_only_once() {
        UUID id = approvedUpdate(office.customer(), "website", "two.example");
        Actor colleague = office.steward();
        assertThat(undo.until(id, colleague)).isEmpty();
        assertThatThrownBy(() -> undo.undo(id, colleague)).isInstanceOf(Refused.class);
        undo.undo(id, steward);
        assertThatThrownBy(() -> undo.undo(id, steward)).isInstanceOf(Refused.class);
    }

    @Test
    void what_was_written_since_stands() {
        String code = office.customer();
        UUID id = approvedUpdate(code, "website", "two.example");
        office.updated(code, fields("phone", "021 6888 8899"));
        assertThatThrownBy(() -> undo.undo(id, steward)).isInstanceOf(Refused.class);
        assertThat(office.values(code).text("website")).isEqualTo("two.example");
    }

    @Test
    void a_new_record_keeps_its_code() {
        UUID id = office.asked(customer());
        road.approve(id, null, List.of(), steward);
        assertThat(undo.until(id, steward)).isEmpty();
        assertThatThrownBy(() -> undo.undo(id, steward)).isInstanceOf(Refused.class);
    }

    @Test
    void a_return_and_a_rejection_wait_again_for_everybody() {
        UUID returned = office.asked(customer());
        road.sendBack(returned, "Since when?", List.of(), steward);
        assertThat(undo.undo(returned, steward)).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThat(road.approve(returned, null, List.of(), steward)).isEqualTo(ChangeStatus.APPLIED);

        UUID rejected = office.asked(customer());
        road.reject(rejected, null, "no", steward);
        undo.undo(rejected, steward);
        assertThat(office.approved(rejected)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_returned_request_that_its_author_has_mended_is_no_longer_taken_back() {
        UUID id = office.asked(customer());
        road.sendBack(id, "Since when?", List.of(), steward);
        Actor author =
                new Actor(office.request(id).requestedBy(), office.requester().roles());
        road.submit(id, author);
        assertThatThrownBy(() -> undo.undo(id, steward)).isInstanceOf(Refused.class);
    }
}
