package org.mdmhub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customer;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;

/** What a match does on the road: it stops a request until somebody says that the two are not the same. */
@HubTest
class DuplicateTest {

    @Autowired
    Matching matching;

    @Autowired
    DuplicatePairs pairs;

    @Autowired
    MatchLabels labels;

    @Autowired
    MasterRecords records;

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Test
    void an_open_request_is_a_candidate_until_it_is_applied_and_never_its_own() {
        Map<String, Object> fields = customer();
        UUID id = office.asked(fields);

        assertThat(candidates(fields)).extracting(Candidate::owner).containsExactly(Owner.request(id));
        office.approved(id);
        assertThat(candidates(fields))
                .extracting(Candidate::owner)
                .containsExactly(Owner.record(office.id(office.codeOf(id))));
    }

    @Test
    void an_update_is_not_its_own_double() {
        Map<String, Object> fields = customer();
        String code = office.customer(fields);

        assertThat(office.approved(office.askedUpdate(code, fields("city", "上海市"))))
                .isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_double_is_refused_at_the_last_approval_and_nothing_is_written() {
        Map<String, Object> fields = customer();
        String code = office.customer(fields);
        UUID id = office.asked(fields);
        Actor steward = office.steward();

        assertThatThrownBy(() -> road.approve(id, null, List.of(), steward))
                .isInstanceOfSatisfying(Refused.class, e -> {
                    assertThat(e.reason()).isEqualTo(Refused.Reason.DUPLICATE);
                    assertThat(e.candidates()).extracting(this::codeOf).containsExactly(code);
                });
        assertThat(office.status(id)).isEqualTo(ChangeStatus.IN_REVIEW);
    }

    @Test
    void declared_distinct_it_is_let_through_now_and_later() {
        Map<String, Object> fields = customer();
        String one = office.customer(fields);
        UUID id = office.asked(fields);
        Actor steward = office.steward();

        assertThat(road.approve(id, "two branches", List.of(one), steward)).isEqualTo(ChangeStatus.APPLIED);

        String other = office.codeOf(id);
        assertThat(labels.areDistinct(office.id(one), office.id(other), 1)).isTrue();
        assertThat(office.approved(office.askedUpdate(other, fields("city", "上海市"))))
                .isEqualTo(ChangeStatus.APPLIED);
        assertThat(labels.areDistinct(office.id(other), office.id(one), 1)).isTrue();
    }

    @Test
    void declaring_another_record_distinct_does_not_let_a_double_through() {
        Map<String, Object> fields = customer();
        office.customer(fields);
        UUID id = office.asked(fields);
        List<String> stranger = List.of(office.customer());
        Actor steward = office.steward();

        assertThatThrownBy(() -> road.approve(id, null, stranger, steward))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.DUPLICATE));
    }

    @Test
    void an_update_that_makes_a_double_is_refused_too() {
        Map<String, Object> taken = customer();
        office.customer(taken);
        String code = office.customer(fields("name", NameMother.company()));
        UUID id = office.askedUpdate(code, fields("creditCode", taken.get("creditCode")));
        Actor steward = office.steward();

        assertThatThrownBy(() -> road.approve(id, null, List.of(), steward))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.DUPLICATE));
    }

    @Test
    void a_look_alike_stops_nothing_and_becomes_a_pair_to_decide_on() {
        String trade = NameMother.trade(5);
        String one = office.customer(fields("name", "上海" + trade + "有限公司"));
        String other = office.customer(fields("name", "上海" + trade + "有限责任公司"));

        UUID pair = pairs.find(office.id(one), office.id(other)).orElseThrow();
        DuplicatePairs.Pair found = office.seeingAll(
                () -> pairs.find(pair, Set.of(office.unit(Office.EAST))).orElseThrow());

        assertThat(found.codes()).containsExactlyInAnyOrder(one, other);
        assertThat(found.outcome()).isEqualTo(MatchOutcome.POSSIBLE);
        assertThat(found.status()).isEqualTo("OPEN");
        assertThat(office.seeingAll(() -> pairs.find(pair, Set.of(office.unit(Office.SOUTH)))))
                .isEmpty();
        assertThat(office.seeingAs(office.requesterSouth(), () -> pairs.find(pair, office.allUnits())))
                .isEmpty();
        assertThat(office.seeingAll(() -> pairs.dismiss(pair, "bert", "two firms", Instant.now())))
                .isTrue();
        assertThat(office.seeingAll(() -> pairs.dismiss(pair, "carl", "again", Instant.now())))
                .isFalse();
    }

    private List<Candidate> candidates(Map<String, Object> fields) {
        return office.seeingAll(() -> matching.candidates("customers", FieldValues.of(fields), null));
    }

    private String codeOf(Candidate candidate) {
        Long id = candidate.owner().recordId();
        return office.seeingAll(() -> id == null
                ? "request " + candidate.owner().requestId()
                : records.codeOf(id).orElseThrow());
    }
}
