package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.coding.Codes;
import org.mdmhub.coding.IssuedCode;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.springframework.beans.factory.annotation.Autowired;

/** RESTORE: an earlier version as a new request. */
@HubTest
class RestoreTest {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    Codes codes;

    private Ask restore(String code, Integer base, @Nullable Integer version, @Nullable Instant asOf) {
        return new Ask(
                        "customers",
                        ChangeKind.RESTORE,
                        code,
                        base,
                        null,
                        Map.of(),
                        null,
                        null,
                        "back to what it was",
                        null,
                        null,
                        true)
                .restoring(new Ask.Earlier(version, asOf));
    }

    @Test
    void an_earlier_version_becomes_a_request_for_the_fields_that_differ_and_nothing_else() {
        String name = NameMother.company();
        String code = office.customer(fields("name", name, "phone", "13800138000", "website", "https://a.example"));
        office.updated(code, fields("phone", "13900139000", "email", "a@b.example"));
        office.updated(code, fields("website", "https://b.example"));

        UUID id = road.ask(restore(code, 3, 1, null), office.requester());

        assertThat(office.request(id).wish().fields()).containsOnlyKeys("phone", "email", "website");
        assertThat(office.values(code).text("phone")).isEqualTo("+8613900139000");
        assertThat(office.approved(id)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(code).text("phone")).isEqualTo("+8613800138000");
        assertThat(office.values(code).text("email")).isNull();
        assertThat(office.values(code).text("website")).isEqualTo("https://a.example");
        assertThat(office.record(code).version()).isEqualTo(4);
    }

    @Test
    void a_moment_names_the_version_that_stood_then() {
        String code = office.customer(fields("name", NameMother.company(), "phone", "13800138000"));
        Instant then = Instant.now();
        office.updated(code, fields("phone", null));

        office.done(restore(code, 2, null, then));

        assertThat(office.values(code).text("phone")).isEqualTo("+8613800138000");
    }

    @Test
    void blocks_and_the_use_by_others_stay_as_they_are() {
        String code = office.customer(fields("name", NameMother.company(), "phone", "13800138000"));
        office.done(AskMother.block(code, Map.of("scope", "ORDER")));
        office.done(AskMother.extend(code, Office.SOUTH, Map.of()));
        office.updated(code, fields("phone", "13900139000"));

        office.done(restore(code, 4, 1, null));

        assertThat(office.record(code).status()).isEqualTo(RecordStatus.BLOCKED);
        assertThat(office.values(code).list("views")).hasSize(1);
    }

    @Test
    void what_would_change_nothing_and_a_version_that_never_was_are_refused() {
        String code = office.customer();
        refused(restore(code, 1, 1, null), Refused.Reason.NO_CHANGE);
        refused(restore(code, 1, 2, null), Refused.Reason.INVALID);
        refused(restore(code, 1, 0, null), Refused.Reason.INVALID);
        refused(restore(code, 1, null, Instant.EPOCH), Refused.Reason.INVALID);
        refused(restore(code, 1, null, null), Refused.Reason.INVALID);
        refused(restore(code, 7, 1, null), Refused.Reason.INVALID);
    }

    private void refused(Ask ask, Refused.Reason reason) {
        Actor asker = office.requester();
        assertThatThrownBy(() -> road.ask(ask, asker))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void a_retired_record_comes_back_with_its_own_code_issued_again() {
        String code = office.customer();
        office.done(AskMother.retire(code));
        assertThat(codes.find("customers", code).orElseThrow().state()).isEqualTo(IssuedCode.State.RETIRED);
        refused(AskMother.update(code, 2, fields("phone", "13800138000")), Refused.Reason.STATE);

        UUID id = road.ask(restore(code, 2, 2, null), office.requester());
        assertThat(office.record(code).status()).isEqualTo(RecordStatus.RETIRED);
        assertThat(office.approved(id)).isEqualTo(ChangeStatus.APPLIED);

        assertThat(office.record(code).status()).isEqualTo(RecordStatus.ACTIVE);
        assertThat(office.record(code).version()).isEqualTo(3);
        assertThat(codes.find("customers", code).orElseThrow().state()).isEqualTo(IssuedCode.State.ISSUED);
    }

    @Test
    void a_retired_record_does_not_come_back_beside_its_double() {
        Map<String, @Nullable Object> same = fields("name", NameMother.company());
        String code = office.customer(same);
        office.done(AskMother.retire(code));
        String other = office.customer(same);
        UUID id = road.ask(restore(code, 2, 2, null), office.requester());

        assertThatThrownBy(() -> office.approved(id))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.DUPLICATE));
        assertThat(office.record(code).status()).isEqualTo(RecordStatus.RETIRED);
        assertThat(road.approve(id, null, List.of(other), office.steward())).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void what_was_shown_for_a_record_in_use_does_not_bring_a_retired_one_back() {
        String code = office.customer(fields("name", NameMother.company(), "phone", "13800138000"));
        office.updated(code, fields("phone", "13900139000"));
        UUID id = road.ask(restore(code, 2, 1, null), office.requester());
        office.done(AskMother.retire(code));

        assertThat(office.approved(id)).isEqualTo(ChangeStatus.CONFLICT);
        assertThat(office.record(code).status()).isEqualTo(RecordStatus.RETIRED);
    }

    @Test
    void two_who_bring_the_same_record_back_do_it_once() {
        String code = office.customer();
        office.done(AskMother.retire(code));
        UUID one = road.ask(restore(code, 2, 2, null), office.requester());
        UUID two = road.ask(restore(code, 2, 2, null), office.requester());

        assertThat(office.approved(one)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.approved(two)).isEqualTo(ChangeStatus.CONFLICT);
    }

    @Test
    void a_field_that_moved_meanwhile_is_a_conflict() {
        String code = office.customer(fields("name", NameMother.company(), "phone", "13800138000"));
        office.updated(code, fields("phone", "13900139000"));
        UUID id = road.ask(restore(code, 2, 1, null), office.requester());
        office.updated(code, fields("phone", "13700137000"));

        assertThat(office.approved(id)).isEqualTo(ChangeStatus.CONFLICT);
        assertThat(office.values(code).text("phone")).isEqualTo("+8613700137000");
    }
}
