package org.mdmhub.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.MergePreviews;
import org.mdmhub.road.MergeWish;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;

/** After a merge each value still leads to where it was written, tells why it won, and is decided again by other rules. */
@HubTest
class WhysTest {

    @Autowired
    Whys whys;

    @Autowired
    Origins origins;

    @Autowired
    SurvivorshipTrials trials;

    @Autowired
    MergePreviews previews;

    @Autowired
    Road road;

    @Autowired
    Office office;

    private String from(String system, Map<String, Object> fields) {
        return office.done(AskMother.create(new LinkedHashMap<>(fields)).from(system, "K" + NameMother.number()));
    }

    private UUID merged(String survivor, Map<String, String> picks, String... others) {
        Actor asker = office.requester();
        MergeChoice choice = new MergeChoice(survivor, List.of(others), picks, Map.of(), java.util.Set.of());
        String hash = previews.of("customers", choice, asker).plan().hash();
        UUID id = road.ask(
                Ask.merge("customers", ChangeKind.MERGE, MergeWish.merge(choice, hash), "the same company"), asker);
        office.approved(id);
        return id;
    }

    private static Map<String, Object> named(Object... more) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", NameMother.company());
        for (int i = 0; i < more.length; i += 2) {
            all.put(String.valueOf(more[i]), more[i + 1]);
        }
        return all;
    }

    private Map<String, Whys.Decision> decided(String code) {
        return office.seeingAll(() -> whys.decided("customers", office.record(code)));
    }

    private Origin origin(String code, String field) {
        long id = office.id(code);
        return Objects.requireNonNull(
                office.seeingAll(() -> origins.of("customers", id)).get(field));
    }

    @Test
    void a_value_that_a_merge_brought_leads_to_the_request_of_its_member() {
        String survivor = from("crm", named("website", "crm.example", "email", "a@crm.example"));
        String other = from("erp", named("website", "erp.example"));
        UUID merge = merged(survivor, Map.of(), other);

        assertThat(office.values(survivor).text("website")).isEqualTo("erp.example");
        assertThat(origin(survivor, "website").source()).isEqualTo("erp");
        assertThat(origin(survivor, "website").requestId()).isNotEqualTo(merge);
        assertThat(origin(survivor, "email").source()).isEqualTo("crm");
        Whys.Decision decision = Objects.requireNonNull(decided(survivor).get("website"));
        assertThat(decision.mergeId()).isEqualTo(merge);
        assertThat(decision.rule()).isEqualTo("trust");
        assertThat(decision.from()).isEqualTo(other);
        assertThat(decided(survivor).get("email"))
                .extracting(Whys.Decision::rule)
                .isEqualTo("only");
        assertThat(office.seeingAll(() -> whys.held(merge, "website")))
                .extracting(held ->
                        held.code() + " " + held.value() + " " + held.origin().source())
                .containsExactly(survivor + " crm.example crm", other + " erp.example erp");
        Origin website = origin(survivor, "website");
        assertThat(office.seeingAll(() -> whys.trustedMore("customers", website)))
                .containsExactly("hub");
    }

    @Test
    void it_is_followed_through_merges_behind_one_another() {
        String first = from("erp", named("website", "deep.example"));
        String second = office.customer(customerWith());
        String third = office.customer(customerWith());
        merged(second, Map.of(), first);
        merged(third, Map.of(), second);

        assertThat(office.values(third).text("website")).isEqualTo("deep.example");
        assertThat(origin(third, "website").source()).isEqualTo("erp");
    }

    @Test
    void what_a_request_wrote_after_the_merge_is_no_longer_decided_by_it() {
        String survivor = from("crm", named("website", "crm.example"));
        String other = from("erp", named("website", "erp.example"));
        merged(survivor, Map.of(), other);
        office.updated(survivor, fields("website", "new.example"));

        assertThat(decided(survivor)).doesNotContainKey("website").containsKey("name");
        assertThat(origin(survivor, "website").source()).isNull();
    }

    @Test
    void other_rules_are_tried_on_merges_and_write_nothing() {
        String survivor = from("crm", named("website", "long-crm.example", "phone", "021-5555 1234"));
        String other = from("erp", named("website", "erp.example", "phone", "021-5555 9876"));
        merged(survivor, Map.of("phone", other), other);
        int version = office.record(survivor).version();
        SurvivorshipRules longest = new SurvivorshipRules(
                Map.of("website", List.of(Rule.LONGEST), "phone", List.of(Rule.PINNED)),
                ShippedRules.usual().otherwise(),
                ShippedRules.usual().sources());

        SurvivorshipTrials.Found found = office.seeingAll(() -> trials.attempt("customers", longest));
        SurvivorshipTrials.Found same = office.seeingAll(() -> trials.attempt("customers", ShippedRules.usual()));

        assertThat(found.merges()).isPositive();
        assertThat(found.first())
                .filteredOn(one -> one.code().equals(survivor))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.field()).as("a pick stays").isEqualTo("website");
                    assertThat(one.now()).isEqualTo("erp.example");
                    assertThat(one.then()).isEqualTo("long-crm.example");
                    assertThat(one.rule()).isEqualTo("longest");
                });
        assertThat(same.first()).noneMatch(one -> one.code().equals(survivor));
        assertThat(office.record(survivor).version()).isEqualTo(version);
    }
}
