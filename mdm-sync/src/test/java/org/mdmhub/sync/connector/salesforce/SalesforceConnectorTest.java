package org.mdmhub.sync.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.sync.connector.Json;
import org.mdmhub.sync.sandbox.Sandbox;
import org.mdmhub.sync.target.Connection;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Reading;
import tools.jackson.databind.JsonNode;

/** Against the sandbox. */
class SalesforceConnectorTest {

    @TempDir
    private Path folder;

    private final SalesforceConnector connector = new SalesforceConnector();
    private Sandbox sandbox;
    private Connection connection;

    @BeforeEach
    void open() throws Exception {
        sandbox = Sandbox.start("salesforce", 0, folder, "client", "sec&ret");
        connection = connection("sec&ret");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_record_is_created_and_then_updated_under_one_id() throws Exception {
        Outcome created = connector.push(connection, customer("C000123", Map.of("Name", "上海华信")));
        Outcome updated = connector.push(connection, customer("C000123", Map.of("Phone", "021")));
        assertThat(created).isInstanceOf(Outcome.Accepted.class).isEqualTo(updated);
        assertThat(records()).hasSize(1);
        assertThat(records().path(0).path("Name").asString()).isEqualTo("上海华信");
        assertThat(records().path(0).path("Phone").asString()).isEqualTo("021");
    }

    @Test
    void a_product_goes_to_its_own_object() throws Exception {
        Map<String, Object> body =
                Map.of("Name", "Bearing", "IsActive", true, "MDM_List_Price__c", new BigDecimal("12.50"));
        assertThat(connector.push(connection, message("products", "P1", body))).isInstanceOf(Outcome.Accepted.class);
        JsonNode record = records().path(0);
        assertThat(record.path("attributes").path("type").asString()).isEqualTo("Product2");
        assertThat(record.path("MDM_List_Price__c").decimalValue()).isEqualTo(new BigDecimal("12.50"));
    }

    @Test
    void the_ids_are_never_in_the_body() throws Exception {
        Map<String, Object> body = Map.of("Name", "a", "MDM_Id__c", "C1", "Id", "001");
        assertThat(connector.push(connection, customer("C1", body))).isInstanceOf(Outcome.Accepted.class);
        assertThat(get("sandbox/requests?limit=1").path(0).path("body").asString())
                .isEqualTo("{\"Name\":\"a\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C 1", "C/1", "C+1", "C%1", "客户?1#", "C&1=2", "C.inc"})
    void any_code_arrives_as_it_is(String code) throws Exception {
        assertThat(connector.push(connection, customer(code, Map.of("Name", "a"))))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(records().path(0).path("MDM_Id__c").asString()).isEqualTo(code);
        assertThat(connector.read(connection, customer(code, Map.of()))).isInstanceOf(Reading.Found.class);
    }

    @Test
    void reading_gives_the_fields_asked_for_and_the_version() {
        connector.push(connection, customer("C1", Map.of("Name", "a", "Phone", "1")));
        assertThat(connector.read(connection, customer("C1", Map.of("Name", "b", "Fax", "2"))))
                .isInstanceOfSatisfying(Reading.Found.class, found -> {
                    assertThat(found.body()).isEqualTo(Map.of("Name", "a"));
                    assertThat(found.targetKey()).startsWith("001");
                    assertThat(found.version()).endsWith("+0000");
                    assertThat(found.stage()).isNull();
                });
    }

    @Test
    void what_is_not_there_is_absent() {
        assertThat(connector.read(connection, customer("C1", Map.of()))).isEqualTo(new Reading.Absent());
    }

    @Test
    void a_wrong_external_id_field_proves_no_absence() {
        Connection wrong = with(Map.of("externalId", "Other__c"));
        assertThat(connector.read(wrong, customer("C1", Map.of()))).isInstanceOf(Reading.Failed.class);
        assertThat(connector.push(wrong, customer("C1", Map.of()))).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void an_unknown_field_is_rejected_by_name() {
        assertThat(connector.push(connection, customer("C1", Map.of("Name", "a", "TaxNo", "1"))))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.refusals())
                                .containsExactly(new Outcome.Refusal(
                                        "TaxNo", "No such column 'TaxNo' on sobject of type Account (INVALID_FIELD)")));
    }

    @Test
    void a_missing_name_is_rejected_by_field() throws Exception {
        assertThat(connector.push(connection, customer("C1", Map.of("Phone", "1"))))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.refusals().get(0).field()).isEqualTo("Name"));
        assertThat(records()).isEmpty();
    }

    @Test
    void a_nested_value_is_rejected() {
        assertThat(connector.push(connection, customer("C1", Map.of("Name", "a", "MDM_Contacts__c", Map.of("a", 1)))))
                .isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void an_answer_cut_after_storing_is_unknown_and_reading_finds_the_one_record() throws Exception {
        connector.probe(connection);
        fault("{\"dropAfterSend\":true,\"count\":1}");
        Message message = customer("C1", Map.of("Name", "a"));
        assertThat(connector.push(connection, message)).isInstanceOf(Outcome.Unknown.class);
        assertThat(connector.read(connection, message))
                .isInstanceOfSatisfying(
                        Reading.Found.class, found -> assertThat(found.body()).isEqualTo(message.body()));
        assertThat(connector.push(connection, message)).isInstanceOf(Outcome.Accepted.class);
        assertThat(records()).hasSize(1);
    }

    @Test
    void a_session_that_ended_is_renewed_once() throws Exception {
        connector.probe(connection);
        fault("{\"status\":401,\"count\":1}");
        assertThat(connector.push(connection, customer("C1", Map.of("Name", "a"))))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_session_refused_after_renewal_is_unauthorized() throws Exception {
        connector.probe(connection);
        fault("{\"status\":401}");
        assertThat(connector.push(connection, customer("C1", Map.of("Name", "a"))))
                .isInstanceOf(Outcome.Unauthorized.class);
    }

    @Test
    void wrong_credentials_are_unauthorized() {
        assertThat(connector.probe(connection("other")))
                .isInstanceOfSatisfying(
                        Outcome.Unauthorized.class,
                        refused -> assertThat(refused.why()).contains("invalid_client"));
    }

    @Test
    void lacking_credentials_are_unauthorized() {
        Connection bare = new Connection("crm", connection.address(), Map.of(), Map.of());
        assertThat(connector.probe(bare)).isEqualTo(new Outcome.Unauthorized("target crm lacks the setting clientId"));
    }

    @Test
    void the_credentials_of_the_connection_at_hand_count() {
        assertThat(connector.probe(connection)).isInstanceOf(Outcome.Accepted.class);
        assertThat(connector.probe(connection("other"))).isInstanceOf(Outcome.Unauthorized.class);
        assertThat(connector.probe(connection)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void each_status_that_the_sandbox_fails_with_has_its_outcome() throws Exception {
        connector.probe(connection);
        assertThat(failedWith(403)).isEqualTo(new Outcome.Throttled(null));
        assertThat(failedWith(429)).isEqualTo(new Outcome.Throttled(null));
        assertThat(failedWith(502)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(failedWith(503)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(failedWith(504)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(failedWith(400)).isInstanceOf(Outcome.Rejected.class);
        assertThat(failedWith(404)).isInstanceOf(Outcome.Rejected.class);
        assertThat(failedWith(500)).isInstanceOf(Outcome.Unknown.class);
        assertThat(records()).isEmpty();
    }

    @Test
    void a_type_without_an_object_is_rejected() {
        assertThat(connector.push(connection, message("suppliers", "S1", Map.of())))
                .isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void records_survive_a_restart_of_the_target() throws Exception {
        connector.push(connection, customer("C1", Map.of("Name", "a")));
        sandbox.close();
        assertThat(connector.push(connection, customer("C2", Map.of("Name", "b"))))
                .isInstanceOf(Outcome.Unavailable.class);
        sandbox = Sandbox.start("salesforce", sandbox.port(), folder, "client", "sec&ret");
        assertThat(connector.push(connection, customer("C2", Map.of("Name", "b"))))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(records()).hasSize(2);
    }

    private Outcome failedWith(int status) throws Exception {
        fault("{\"status\":" + status + ",\"count\":1}");
        return connector.push(connection, customer("C1", Map.of("Name", "a")));
    }

    private Connection connection(String secret) {
        return new Connection(
                "crm",
                URI.create("http://127.0.0.1:" + sandbox.port() + "/"),
                Map.of(),
                Map.of("clientId", "client", "clientSecret", secret));
    }

    private Connection with(Map<String, String> settings) {
        return new Connection("crm", connection.address(), new HashMap<>(settings), connection.secrets());
    }

    private static Message customer(String code, Map<String, Object> body) {
        return message("customers", code, body);
    }

    private static Message message(String type, String code, Map<String, Object> body) {
        return new Message(type, code, "ACTIVE", 1, null, null, body);
    }

    private JsonNode records() throws Exception {
        return get("sandbox/records");
    }

    private JsonNode get(String path) throws Exception {
        var request = HttpRequest.newBuilder(connection.address().resolve(path)).build();
        return Json.read(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    private void fault(String json) throws Exception {
        var request = HttpRequest.newBuilder(connection.address().resolve("sandbox/faults"))
                .POST(BodyPublishers.ofString(json))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }
}
