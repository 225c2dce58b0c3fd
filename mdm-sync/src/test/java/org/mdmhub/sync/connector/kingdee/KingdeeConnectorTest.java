package org.mdmhub.sync.connector.kingdee;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mdmhub.sync.connector.Json;
import org.mdmhub.sync.sandbox.Sandbox;
import org.mdmhub.sync.target.Connection;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Reading;
import tools.jackson.databind.JsonNode;

/** Against the sandbox. */
class KingdeeConnectorTest {

    private static final String APP = "client_c2VjcmV0";

    @TempDir
    private Path folder;

    private final KingdeeConnector connector = new KingdeeConnector();
    private Sandbox sandbox;
    private Connection connection;

    @BeforeEach
    void open() throws Exception {
        sandbox = Sandbox.start("kingdee", 0, folder, APP, "appsecret");
        connection = connection(Map.of("appId", APP, "appSecret", "appsecret"));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

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
    void an_answer_cut_after_saving_is_unknown_and_reading_finds_the_one_record() throws Exception {
        Message message = customer("ACTIVE", 1, Map.of("FName", "a", "FCreateOrgId", Map.of("FNumber", "100")));
        assertThat(failing("Save", "{\"dropAfterSend\":true,\"count\":1}", message))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(connector.read(connection, message)).isInstanceOfSatisfying(Reading.Found.class, found -> {
            assertThat(found.targetKey()).isEqualTo("100001");
            assertThat(found.body()).isEqualTo(message.body());
            assertThat(found.stage()).isEqualTo("SAVED");
            assertThat(found.version()).isNotNull();
        });
        assertThat(connector.push(connection, message)).isEqualTo(new Outcome.Accepted("100001", null));
        assertThat(records()).hasSize(1);
    }

    @Test
    void a_submit_that_fails_for_a_while_is_taken_up_there() throws Exception {
        Message message = customer("ACTIVE", 7, Map.of("FName", "a"));
        Instant before = Instant.now();
        Outcome outcome = failing("Submit", "{\"status\":503,\"count\":1}", message);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Underway.class, underway -> {
            assertThat(underway.targetKey()).isEqualTo("100001");
            assertThat(underway.stage()).isEqualTo("SAVED:7");
            assertThat(underway.lookAgainAt())
                    .isBetween(before.plusSeconds(5), Instant.now().plusSeconds(5));
        });
        int calls = services().size();
        assertThat(connector.push(connection, resumed(message, outcome))).isInstanceOf(Outcome.Accepted.class);
        assertThat(services().subList(calls, services().size())).containsExactly("ExecuteBillQuery", "Submit", "Audit");
    }

    @Test
    void an_audit_whose_answer_is_lost_is_found_done() throws Exception {
        Message message = customer("ACTIVE", 7, Map.of("FName", "a"));
        Outcome outcome = failing("Audit", "{\"dropAfterSend\":true,\"count\":1}", message);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Underway.class,
                        underway -> assertThat(underway.stage()).isEqualTo("SUBMITTED:7"));
        int calls = services().size();
        assertThat(connector.push(connection, resumed(message, outcome))).isInstanceOf(Outcome.Accepted.class);
        assertThat(services().subList(calls, services().size())).containsExactly("ExecuteBillQuery");
    }

    @Test
    void a_stage_of_an_older_version_begins_anew() throws Exception {
        Outcome outcome = failing("Audit", "{\"status\":503,\"count\":1}", customer("ACTIVE", 7, Map.of("FName", "a")));
        Message newer = resumed(customer("ACTIVE", 8, Map.of("FName", "b")), outcome);
        assertThat(connector.push(connection, newer)).isInstanceOf(Outcome.Accepted.class);
        assertThat(record().path("FName").asString()).isEqualTo("b");
        assertThat(record().path("FDocumentStatus").asString()).isEqualTo("C");
    }

    @Test
    void a_plain_stage_as_reading_gives_it_is_taken_up() throws Exception {
        Message message = customer("BLOCKED", 7, Map.of("FName", "a"));
        failing("ExcuteOperation", "{\"status\":503,\"count\":1}", message);
        Reading.Found found = (Reading.Found) connector.read(connection, message);
        assertThat(found.stage()).isEqualTo("AUDITED");
        int calls = services().size();
        Message again =
                new Message("customers", "C000123", "BLOCKED", 7, found.targetKey(), found.stage(), message.body());
        assertThat(connector.push(connection, again)).isInstanceOf(Outcome.Accepted.class);
        assertThat(services().subList(calls, services().size())).containsExactly("ExecuteBillQuery", "ExcuteOperation");
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
    void each_status_that_the_sandbox_fails_with_has_its_outcome() throws Exception {
        assertThat(saveFailingWith(429)).isEqualTo(new Outcome.Throttled(null));
        assertThat(saveFailingWith(502)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(saveFailingWith(503)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(saveFailingWith(504)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(saveFailingWith(401)).isInstanceOf(Outcome.Unauthorized.class);
        assertThat(saveFailingWith(404)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(saveFailingWith(500)).isEqualTo(new Outcome.Unknown("演练：服务器内部错误"));
        assertThat(saveFailingWith(200)).isInstanceOf(Outcome.Rejected.class);
        assertThat(records()).isEmpty();
    }

    @Test
    void a_failing_look_up_of_a_fault_is_a_list_in_a_list() throws Exception {
        fault("{\"status\":200,\"count\":1}");
        assertThat(connector.push(connection, customer("ACTIVE", 1, Map.of("FName", "a"))))
                .isEqualTo(new Outcome.Rejected(List.of(new Outcome.Refusal(null, "演练：拒绝"))));
    }

    private Outcome saveFailingWith(int status) throws Exception {
        return failing("Save", "{\"status\":" + status + ",\"count\":1}", customer("ACTIVE", 1, Map.of("FName", "a")));
    }

    /** Sets the fault right before the service is called, by way of a relay in front of the sandbox. */
    private Outcome failing(String service, String fault, Message message) throws Exception {
        try (Relay relay = new Relay(connection.address(), path -> {
            if (path.contains("." + service + ".")) {
                fault(fault);
            }
        })) {
            return connector.push(
                    new Connection("erp", relay.address(), connection.settings(), connection.secrets()), message);
        }
    }

    private static Message resumed(Message message, Outcome outcome) {
        Outcome.Underway underway = (Outcome.Underway) outcome;
        return new Message(
                message.type(),
                message.code(),
                message.status(),
                message.version(),
                underway.targetKey(),
                underway.stage(),
                message.body());
    }

    private Connection connection(Map<String, String> secrets) {
        return new Connection(
                "erp",
                URI.create("http://127.0.0.1:" + sandbox.port() + "/k3cloud/"),
                Map.of("acctId", "acct", "user", "demo"),
                secrets);
    }

    private static Message customer(String status, int version, Map<String, Object> body) {
        return message("customers", status, version, null, body);
    }

    private static Message message(String type, String status, int version, String stage, Map<String, Object> body) {
        return new Message(type, "C000123", status, version, null, stage, new LinkedHashMap<>(body));
    }

    private JsonNode record() throws Exception {
        return records().path(0);
    }

    private JsonNode records() throws Exception {
        return get("/sandbox/records");
    }

    /** The services that were called, the first first. */
    private List<String> services() throws Exception {
        List<String> newestFirst = get("/sandbox/requests?limit=1000")
                .valueStream()
                .map(request -> request.path("path").asString().replaceAll(".*Service\\.(\\w+)\\..*", "$1"))
                .toList();
        var inOrder = new ArrayList<>(newestFirst);
        Collections.reverse(inOrder);
        return inOrder;
    }

    private JsonNode get(String path) throws Exception {
        var request = HttpRequest.newBuilder(connection.address().resolve(path)).build();
        return Json.read(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    private void fault(String json) throws Exception {
        var request = HttpRequest.newBuilder(connection.address().resolve("/sandbox/faults"))
                .POST(BodyPublishers.ofString(json))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }
}
