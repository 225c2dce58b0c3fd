package org.mdmhub.sync.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.sync.connector.StubTarget;
import org.mdmhub.sync.target.Connection;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Outcome.Refusal;
import org.mdmhub.sync.target.Reading;

/** Shapes that the sandbox does not produce. */
class SalesforceErrorShapesTest {

    private static final Message MESSAGE = new Message("customers", "C1", "ACTIVE", 1, null, null, Map.of("Name", "a"));

    private final SalesforceConnector connector = new SalesforceConnector();
    private StubTarget target;
    private Connection connection;

    @BeforeEach
    void open() throws Exception {
        target = new StubTarget().answers(200, "{\"access_token\":\"t\"}");
        connection = new Connection(
                "crm", target.address(), Map.of(), Map.of("clientId", "client", "clientSecret", "secret"));
    }

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void several_matches_are_rejected() {
        target.answers(300, "[\"/services/data/v64.0/sobjects/Account/001a\",\"/services/…/001b\"]");
        assertThat(push())
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.refusals().get(0).message())
                                .contains("more than one record", "001a", "001b"));
    }

    @Test
    void an_old_version_updates_without_a_body() {
        target.answers(204, "").answers(200, "{\"Id\":\"001x\",\"LastModifiedDate\":\"2026\"}");
        assertThat(push()).isEqualTo(new Outcome.Accepted("001x", "2026"));
    }

    @Test
    void an_old_version_updates_without_a_body_what_we_know() {
        target.answers(204, "");
        Message known = new Message("customers", "C1", "ACTIVE", 1, "001k", null, Map.of());
        assertThat(connector.push(connection, known)).isEqualTo(new Outcome.Accepted("001k", null));
    }

    @Test
    void an_update_whose_id_cannot_be_read_is_unknown() {
        target.answers(204, "").answers(500, "");
        assertThat(push()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void the_daily_limit_is_throttling_and_no_lack_of_rights() {
        target.answers(403, error("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
        assertThat(push()).isEqualTo(new Outcome.Throttled(null));
    }

    @Test
    void lacking_rights_are_unauthorized() {
        target.answers(403, error("API_DISABLED_FOR_ORG", "API is not enabled"));
        assertThat(push()).isInstanceOf(Outcome.Unauthorized.class);
    }

    @Test
    void a_locked_row_is_to_be_tried_again_for_this_record_only() {
        target.answers(400, error("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access"));
        assertThat(push()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_duplicate_rule_is_a_rejection() {
        target.answers(400, error("DUPLICATES_DETECTED", "Use one of these records?"));
        assertThat(push())
                .isEqualTo(new Outcome.Rejected(
                        List.of(new Refusal(null, "Use one of these records? (DUPLICATES_DETECTED)"))));
    }

    @Test
    void an_error_inside_200_is_a_rejection_of_each_field() {
        target.answers(
                200,
                "{\"success\":false,\"errors\":[{\"statusCode\":\"REQUIRED_FIELD_MISSING\","
                        + "\"message\":\"missing\",\"fields\":[\"Name\",\"Phone\"]}]}");
        assertThat(push())
                .isEqualTo(new Outcome.Rejected(List.of(
                        new Refusal("Name", "missing (REQUIRED_FIELD_MISSING)"),
                        new Refusal("Phone", "missing (REQUIRED_FIELD_MISSING)"))));
    }

    @Test
    void maintenance_is_unavailable() {
        target.answers(500, error("SERVER_UNAVAILABLE", "down"));
        assertThat(push()).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void a_single_error_object_is_understood() {
        target.answers(404, "{\"message\":\"The requested resource does not exist\",\"errorCode\":\"NOT_FOUND\"}");
        assertThat(push())
                .isEqualTo(new Outcome.Rejected(
                        List.of(new Refusal(null, "The requested resource does not exist (NOT_FOUND)"))));
    }

    @Test
    void a_page_instead_of_json_proves_nothing() {
        target.answers(200, "<html>Maintenance</html>");
        assertThat(push()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void an_answer_that_does_not_say_success_proves_nothing() {
        target.answers(200, "{\"id\":\"001\"}");
        assertThat(push()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_redirect_is_not_followed() {
        target.answers(301, "", Map.of("Location", "http://target.invalid/"));
        assertThat(push()).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void a_login_that_fails_on_their_side_is_unavailable() {
        target.answers(500, "");
        assertThat(push()).isInstanceOf(Outcome.Unknown.class);
        Connection other = new Connection("b", target.address(), Map.of(), connection.secrets());
        target.answers(500, "oops");
        assertThat(connector.push(other, MESSAGE)).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void settings_change_the_address() {
        Connection set = new Connection(
                "crm", target.address(), Map.of("version", "v57.0", "externalId", "X__c"), connection.secrets());
        target.answers(201, "{\"id\":\"001\",\"success\":true}");
        connector.push(set, MESSAGE);
        assertThat(target.requests().get(1)).startsWith("PATCH /services/data/v57.0/sobjects/Account/X__c/C1 ");
    }

    @Test
    void several_matches_are_no_reading() {
        target.answers(300, "[]");
        assertThat(connector.read(connection, MESSAGE)).isInstanceOf(Reading.Failed.class);
    }

    private Outcome push() {
        return connector.push(connection, MESSAGE);
    }

    private static String error(String code, String message) {
        return "[{\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}]";
    }
}
