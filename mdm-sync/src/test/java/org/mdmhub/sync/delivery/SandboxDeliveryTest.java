package org.mdmhub.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.road.Ask;
import tools.jackson.databind.JsonNode;

/** From the approval into both sandboxes, by the mappings that a new target begins with. */
class SandboxDeliveryTest extends BothSandboxes {

    @Test
    void a_customer_stands_in_both_systems_under_its_code_with_its_lists() throws Exception {
        Map<String, Object> fields = new java.util.HashMap<>(CustomerMother.customer());
        fields.put("contacts", List.of(Map.of("id", "c1", "name", "王芳", "phone", "13800138000")));
        String code = office.customer(fields);

        settled(code, 1);

        JsonNode there = records(crm, code);
        assertThat(there).hasSize(1);
        assertThat(there.get(0).path("MDM_Id__c").asString()).isEqualTo(code);
        assertThat(there.get(0).path("MDM_Contacts__c").asString()).contains("王芳");
        JsonNode erpRecord = records(erp, code);
        assertThat(erpRecord).hasSize(1);
        assertThat(erpRecord.toString()).contains(code).contains("王芳").contains("+8613800138000");
    }

    @Test
    void a_product_and_its_changes_arrive_in_both() throws Exception {
        String code = office.product(Map.of("name", NameMother.company(), "baseUnit", "PCS", "netWeight", 1.25));
        settled(code, 1);
        office.done(Ask.update("products", code, 1, Map.of("specification", "Ø 20 × 47 mm"), "as the drawing says"));
        settled(code, 2);

        assertThat(records(crm, code).get(0).path("MDM_Specification__c").asString())
                .isEqualTo("Ø 20 × 47 mm");
        assertThat(records(erp, code).toString()).contains("Ø 20 × 47 mm");
        assertThat(records(erp, code)).hasSize(1);
    }

    @Test
    void an_answer_that_is_cut_after_the_target_has_stored_it_leaves_one_record_there_not_two() throws Exception {
        fault(crm, "{\"dropAfterSend\":true,\"count\":2}");
        fault(erp, "{\"dropAfterSend\":true,\"count\":4}");

        String code = office.customer();

        settled(code, 1);
        assertThat(records(crm, code)).hasSize(1);
        assertThat(records(erp, code)).hasSize(1);
    }

    @Test
    void a_retired_customer_is_forbidden_in_the_erp() throws Exception {
        String code = office.customer();
        settled(code, 1);
        office.done(org.mdmhub.mother.AskMother.retire(code));

        settled(code, 2);

        assertThat(records(crm, code).get(0).path("MDM_Status__c").asString()).isEqualTo("RETIRED");
    }

    @Test
    void an_attempt_keeps_what_was_sent_and_answered_without_any_secret() {
        String account = "6222" + NameMother.number() + "7788";
        String code = office.customer(CustomerMother.customerWith("invoiceBank", "工商银行", "invoiceAccount", account));

        settled(code, 1);

        Attempt inCrm = attempts(code, "crm").get(0);
        assertThat(inCrm.exchanges())
                .last()
                .satisfies(last -> assertThat(last.path()).endsWith("/MDM_Id__c/" + code))
                .satisfies(last -> assertThat(last.request()).contains("\"Name\""))
                .satisfies(last -> assertThat(last.status()).isEqualTo(201));
        Attempt inErp = attempts(code, "erp").get(0);
        assertThat(inErp.exchanges())
                .extracting(exchange -> exchange.path().replaceAll(".*Service\\.", ""))
                .containsExactly(
                        "ExecuteBillQuery.common.kdsvc",
                        "Save.common.kdsvc",
                        "Submit.common.kdsvc",
                        "Audit.common.kdsvc");
        assertThat(inErp.exchanges().get(1).request())
                .contains("FINVOICEBANKACCOUNT")
                .contains(Mask.HIDDEN)
                .contains("工商银行");
        assertThat((inCrm + " " + inErp).replace(code, ""))
                .doesNotContain(account)
                .doesNotContain("secret\"")
                .doesNotContain("client_secretpart")
                .doesNotContain("secret=secret");
    }

    @Test
    void what_a_target_refuses_is_kept_with_its_own_words() throws Exception {
        // the first one logs in; a refused login would be another matter
        settled(office.customer(), 1);
        fault(crm, "{\"status\":400}");

        String code = office.customer();

        await().atMost(LONGEST)
                .until(() -> lanes(code).stream().anyMatch(lane -> lane.state() == Lane.State.NEEDS_STEWARD));
        Attempt refused = attempts(code, "crm").get(0);
        assertThat(refused.outcome()).isEqualTo("Rejected");
        assertThat(refused.exchanges())
                .last()
                .satisfies(last -> assertThat(last.answer()).contains("FIELD_CUSTOM_VALIDATION_EXCEPTION"));
        assertThat(Cause.of(refused.detail()))
                .singleElement()
                .satisfies(cause -> assertThat(cause.field()).isEqualTo("Name"));
    }
}
