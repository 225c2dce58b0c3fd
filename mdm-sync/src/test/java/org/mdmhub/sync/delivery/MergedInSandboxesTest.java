package org.mdmhub.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.merge.MergeEffect;
import org.mdmhub.merge.MergeEffect.Fact;
import org.mdmhub.merge.MergeEffect.Told;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Merger;
import org.mdmhub.source.ForeignKeys;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Merging in each product's own way, and what the ERP reports of the records before. */
class MergedInSandboxesTest extends BothSandboxes {

    @Autowired
    Merger merger;

    @Autowired
    MergeEffect effect;

    @Autowired
    ForeignKeys keys;

    private String delivered() {
        String code = office.customer();
        settled(code, 1);
        return code;
    }

    private JsonNode inCrm(String code) throws Exception {
        return records(crm, code).path(0);
    }

    private JsonNode inErp(String code) throws Exception {
        return records(erp, code).path(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"count\":0}", "{\"dropAfterSend\":true,\"count\":3}"})
    void a_merged_customer_is_forbidden_and_names_its_survivor_and_comes_back_whole(String fault) throws Exception {
        String survivor = delivered();
        String loser = delivered();
        fault(crm, fault);
        fault(erp, fault);

        UUID merge = merger.merge("customers", survivor, loser);
        settled(survivor, 2);
        settled(loser, 2);

        assertThat(inCrm(loser).path("MDM_Status__c").asString()).isEqualTo("MERGED");
        assertThat(inCrm(loser).path("MDM_Merged_Into__c").asString()).isEqualTo(survivor);
        assertThat(inCrm(loser).path("MDM_Survivor_Id__c").asString())
                .isEqualTo(inCrm(survivor).path("Id").asString());
        assertThat(inErp(loser).path("FForbidStatus").asString()).isEqualTo("B");
        assertThat(inErp(loser).path("F_MDM_MergedInto").asString()).isEqualTo(survivor);
        assertThat(inErp(survivor).path("FForbidStatus").asString()).isEqualTo("A");
        assertThat(records(erp, loser)).hasSize(1);

        fault(crm, fault);
        fault(erp, fault);
        merger.unmerge("customers", merge, survivor, loser);
        settled(survivor, 3);
        settled(loser, 3);

        assertThat(inCrm(loser).path("MDM_Status__c").asString()).isEqualTo("ACTIVE");
        assertThat(inCrm(loser).path("MDM_Merged_Into__c").isNull()).isTrue();
        assertThat(inErp(loser).path("FForbidStatus").asString()).isEqualTo("A");
        assertThat(inErp(loser).path("FDocumentStatus").asString()).isEqualTo("C");
        assertThat(inErp(loser).path("F_MDM_MergedInto").isNull()).isTrue();
    }

    private List<Told> told(String survivor, String... others) {
        List<Long> ids = List.of(others).stream().map(office::id).toList();
        long stays = office.id(survivor);
        return office.seeingAll(() -> effect.of("customers", stays, ids)).stream()
                .filter(told -> List.of("crm", "erp").contains(told.target()))
                .toList();
    }

    private List<Fact> facts(String survivor, String... others) {
        List<Long> ids = List.of(others).stream().map(office::id).toList();
        long stays = office.id(survivor);
        return effect.facts("customers", stays, ids);
    }

    @Test
    void a_merge_counts_its_messages_and_keys_target_by_target() {
        String survivor = delivered();
        String loser = delivered();
        // the sandboxes of earlier tests gave the same keys to others
        int before = told(survivor, loser).get(1).keys();
        keys.add("erp", "customers", "key-of-" + loser, office.id(loser), Instant.now());

        assertThat(told(survivor, loser)).extracting(Told::deliveries).containsExactly(2, 2);
        assertThat(told(survivor, loser).get(1).keys()).isEqualTo(before + 1);

        String child = office.customer(
                CustomerMother.customerWith("relations", List.of(Map.of("id", "r1", "kind", "PARENT", "code", loser))));
        settled(child, 1);
        assertThat(told(survivor, loser)).extracting(Told::deliveries).containsExactly(3, 3);
    }

    @Test
    void the_erp_tells_what_is_open_and_finance_must_agree_where_it_hangs_on_a_loser() throws Exception {
        String survivor = delivered();
        String loser = delivered();
        fact("{\"code\":\"" + survivor + "\",\"openOrders\":1}");
        fact("{\"code\":\"" + loser
                + "\",\"openReceivables\":120000.50,\"openOrders\":2,\"lastTrade\":\"2026-11-02\"}");

        assertThat(facts(survivor, loser))
                .contains(
                        new Fact("erp", survivor, "openOrders", "1", false),
                        new Fact("erp", loser, "openReceivables", "120000.50 PRE001", true),
                        new Fact("erp", loser, "openOrders", "2", true),
                        new Fact("erp", loser, "lastTrade", "2026-11-02", false));
    }

    @Test
    void of_records_of_which_nothing_is_known_nothing_is_said() {
        assertThat(facts(delivered(), delivered())).isEmpty();
    }

    @Test
    void a_target_that_does_not_answer_in_time_is_said_to_be_unknown_and_needs_no_consent() throws Exception {
        String survivor = delivered();
        String loser = delivered();
        fault(erp, "{\"delayMs\":20000}");

        assertThat(facts(survivor, loser))
                .containsExactly(
                        new Fact("erp", survivor, MergeEffect.UNKNOWN, null, false),
                        new Fact("erp", loser, MergeEffect.UNKNOWN, null, false));
        fault(erp, "{\"count\":0}");
    }

    @Test
    void a_target_that_refuses_to_answer_is_said_to_be_unknown() throws Exception {
        String loser = delivered();
        String survivor = delivered();
        fault(erp, "{\"status\":503}");

        assertThat(facts(survivor, loser)).contains(new Fact("erp", loser, MergeEffect.UNKNOWN, null, false));
        fault(erp, "{\"count\":0}");
    }

    @Test
    void no_target_is_asked_inside_a_transaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> office.seeingAll(() -> effect.facts("customers", 1, List.of(2L))));
    }
}
