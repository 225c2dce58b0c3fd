package org.mdmhub.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.mdmhub.road.Undo;
import org.springframework.beans.factory.annotation.Autowired;

/** Link instead of merge: an ordinary request writes the relation, and the pair is out for as long as that may come about. */
@HubTest
class PairLinksTest {

    @Autowired
    PairLinks links;

    @Autowired
    PairDecisions decisions;

    @Autowired
    TakingBack takingBack;

    @Autowired
    DuplicatePairs pairs;

    @Autowired
    Road road;

    @Autowired
    Undo undo;

    @Autowired
    Office office;

    private String one = "";
    private String other = "";
    private UUID pair = new UUID(0, 0);
    private Actor steward = new Actor("nobody", Map.of());

    @BeforeEach
    void lookAlikes() {
        String trade = NameMother.trade(5);
        steward = office.steward();
        one = office.customer(fields("name", "上海" + trade + "有限公司"));
        other = office.customer(fields("name", "上海" + trade + "有限责任公司"));
        pair = open().orElseThrow();
    }

    private Optional<UUID> open() {
        return pairs.find(office.id(one), office.id(other));
    }

    private UUID linked() {
        return links.link(pair, new Link(one, "SHIP_TO", other), "its shop", steward)
                .orElseThrow();
    }

    @Test
    void the_pair_leaves_the_queue_and_the_approved_request_writes_the_relation() {
        UUID request = linked();

        assertThat(open()).isEmpty();
        assertThat(office.request(request).wish().reason()).isEqualTo("its shop");
        assertThat(office.approved(request)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(one).list("relations"))
                .singleElement()
                .satisfies(item ->
                        assertThat(item).containsEntry("kind", "SHIP_TO").containsEntry("code", other));
        assertThat(open()).isEmpty();
    }

    @Test
    void a_rejected_request_brings_the_pair_back_and_an_undone_rejection_takes_it_out_again() {
        UUID request = linked();
        Actor lead = office.lead();

        road.reject(request, null, "they are one", lead);
        assertThat(open()).contains(pair);

        undo.undo(request, lead);
        assertThat(office.status(request)).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThat(open()).isEmpty();
    }

    @Test
    void a_withdrawn_request_brings_the_pair_back_and_so_does_undo() {
        road.withdraw(linked(), steward);
        assertThat(open()).contains(pair);

        UUID request = linked();
        UUID decision = decisions.last(steward).orElseThrow().id();
        assertThat(takingBack.takeBack(decision, steward)).isOne();
        assertThat(office.status(request)).isEqualTo(ChangeStatus.WITHDRAWN);
        assertThat(open()).contains(pair);

        UUID third = linked();
        assertThat(takingBack.reopen(pair, steward)).isTrue();
        assertThat(office.status(third)).isEqualTo(ChangeStatus.WITHDRAWN);
    }

    @Test
    void a_link_of_others_or_of_a_pair_that_is_decided_is_none() {
        Link link = new Link(one, "RELATED_PARTY", other);
        assertThat(links.link(pair, new Link(one, "PARENT", office.customer()), "", steward))
                .isEmpty();
        assertThat(links.link(pair, link, "", office.stewardSouth())).isEmpty();
        decisions.dismiss(List.of(pair), "two firms", steward);
        assertThat(links.link(pair, link, "", steward)).isEmpty();
    }

    @Test
    void what_is_linked_already_is_told_and_the_pair_stays() {
        office.approved(linked());
        office.approved(office.askedUpdate(other, fields("phone", "+862169999999")));
        assertThat(open()).contains(pair);

        assertThatThrownBy(this::linked)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.NO_CHANGE));
        assertThat(open()).contains(pair);
    }

    @Test
    void a_product_names_its_successor() {
        Link link = new Link("P1", "SUCCESSOR", "P2");

        assertThat(link.fields(false, office.values(one))).isEqualTo(Map.of("successor", "P2"));
    }
}
