package org.mdmhub.sync.connector.kingdee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.sync.target.Connection;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Reading;
import tools.jackson.databind.JsonNode;

/** Against the sandbox. */
class KingdeeConnectorTest extends KingdeeBench {

    @Test
    void a_customer_is_saved_submitted_and_audited() throws Exception {
        Outcome outcome = connector.push(connection, customer("ACTIVE", 1, Map.of("FName", "上海华信")));
        assertThat(outcome).isEqualTo(new Outcome.Accepted("100001", null));
        assertThat(services()).containsExactly("ExecuteBillQuery", "Save", "Submit", "Audit");
        assertThat(record().path("FDocumentStatus").asString()).isEqualTo("C");
        assertThat(record().path("FNumber").asString()).isEqualTo("C000123");
    }

    @Test
    void an_audited_record_is_opened_for_an_update_and_audited_again() throws Exception {
        connector.push(connection, customer("ACTIVE", 1, Map.of("FName", "a", "FTEL", "1")));
        Outcome outcome = connector.push(connection, customer("ACTIVE", 2, Map.of("FName", "b")));
        assertThat(outcome).isEqualTo(new Outcome.Accepted("100001", null));
        assertThat(services().subList(4, 9)).containsExactly("ExecuteBillQuery", "UnAudit", "Save", "Submit", "Audit");
        assertThat(record().path("FName").asString()).isEqualTo("b");
        assertThat(record().path("FTEL").asString()).isEqualTo("1");
        assertThat(record().path("FDocumentStatus").asString()).isEqualTo("C");
    }

    @Test
    void a_refused_update_leaves_the_record_audited_as_it_was() throws Exception {
        connector.push(connection, customer("ACTIVE", 1, Map.of("FName", "a")));
        Outcome outcome = connector.push(connection, customer("ACTIVE", 2, Map.of("FName", "b", "FNOPE", "1")));
        assertThat(outcome)
                .isEqualTo(new Outcome.Rejected(List.of(new Outcome.Refusal("FNOPE", "元数据中标识为FNOPE的字段不存在"))));
        assertThat(record().path("FName").asString()).isEqualTo("a");
        assertThat(record().path("FDocumentStatus").asString()).isEqualTo("C");
    }

    @Test
    void entries_are_replaced_and_nested_parts_are_merged() throws Exception {
        Map<String, Object> two = Map.of(
                "FName", "m",
                "SubHeadEntity", Map.of("FBaseUnitId", Map.of("FNumber", "Pcs"), "FErpClsID", "1"),
                "F_MDM_Units", List.of(Map.of("F_MDM_ItemId", "u1"), Map.of("F_MDM_ItemId", "u2")));
        Map<String, Object> one = Map.of(
                "FName", "m",
                "SubHeadEntity", Map.of("FErpClsID", "2"),
                "F_MDM_Units", List.of(Map.of("F_MDM_ItemId", "u2")));
        connector.push(connection, message("products", "ACTIVE", 1, null, two));
        assertThat(connector.push(connection, message("products", "ACTIVE", 2, null, one)))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(connector.read(connection, message("products", "ACTIVE", 2, null, one)))
                .isInstanceOfSatisfying(
                        Reading.Found.class, found -> assertThat(found.body()).isEqualTo(one));
        JsonNode units = record().path("F_MDM_Units");
        assertThat(units).hasSize(1);
        assertThat(units.path(0).path("F_MDM_ItemId").asString()).isEqualTo("u2");
        assertThat(units.path(0).path("FEntryID").asInt()).isEqualTo(3);
        assertThat(record().path("SubHeadEntity")
                        .path("FBaseUnitId")
                        .path("FNumber")
                        .asString())
                .isEqualTo("Pcs");
        assertThat(record().path("SubHeadEntity").path("FErpClsID").asString()).isEqualTo("2");
    }

    @Test
    void a_missing_name_is_rejected_by_field_inside_200() {
        assertThat(connector.push(connection, customer("ACTIVE", 1, Map.of())))
                .isEqualTo(new Outcome.Rejected(List.of(new Outcome.Refusal("FName", "字段“FName”是必填项"))));
    }

    @Test
    void what_is_not_active_is_forbidden_and_enabled_again() throws Exception {
        Map<String, Object> body = Map.of("FName", "a");
        for (String status : List.of("BLOCKED", "RETIRED", "MERGED")) {
            assertThat(connector.push(connection, customer(status, 1, body))).isInstanceOf(Outcome.Accepted.class);
            assertThat(record().path("FForbidStatus").asString()).isEqualTo("B");
        }
        assertThat(connector.push(connection, customer("ACTIVE", 2, body))).isInstanceOf(Outcome.Accepted.class);
        assertThat(record().path("FForbidStatus").asString()).isEqualTo("A");
        assertThat(records()).hasSize(1);
    }

    @Test
    void what_is_not_there_is_absent() {
        assertThat(connector.read(connection, customer("ACTIVE", 1, Map.of()))).isEqualTo(new Reading.Absent());
    }

    @Test
    void wrong_secrets_are_unauthorized_by_either_signature() {
        assertThat(connector.probe(connection)).isInstanceOf(Outcome.Accepted.class);
        for (var wrong : List.of(
                Map.of("appId", "client_b3RoZXI=", "appSecret", "appsecret"),
                Map.of("appId", APP, "appSecret", "other"))) {
            assertThat(connector.probe(connection(wrong))).isEqualTo(new Outcome.Unauthorized("会话信息已丢失，请重新登录"));
            assertThat(connector.push(connection(wrong), customer("ACTIVE", 1, Map.of("FName", "a"))))
                    .isInstanceOf(Outcome.Unauthorized.class);
        }
    }

    @Test
    void a_lacking_setting_is_unauthorized() {
        Connection bare = new Connection("erp", connection.address(), Map.of(), connection.secrets());
        assertThat(connector.probe(bare)).isEqualTo(new Outcome.Unauthorized("target erp lacks the setting acctId"));
    }

    @Test
    void a_failing_look_up_of_a_fault_is_a_list_in_a_list() throws Exception {
        fault("{\"status\":200,\"count\":1}");
        assertThat(connector.push(connection, customer("ACTIVE", 1, Map.of("FName", "a"))))
                .isEqualTo(new Outcome.Rejected(List.of(new Outcome.Refusal(null, "演练：拒绝"))));
    }
}
