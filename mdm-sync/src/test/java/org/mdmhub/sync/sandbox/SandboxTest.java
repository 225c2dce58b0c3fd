package org.mdmhub.sync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SandboxTest {

    private static final String RECORD = "/services/data/v64.0/sobjects/Account/MDM_Id__c/";

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    private final HttpClient client = HttpClient.newHttpClient();
    private Sandbox sandbox;
    private String token;

    @BeforeEach
    void open() throws Exception {
        sandbox = Sandbox.start("salesforce", 0, folder, "client", "secret");
        token = Json.read(send(
                                "POST",
                                "/services/oauth2/token",
                                "grant_type=client_credentials&client_id=client&client_secret=secret")
                        .body())
                .path("access_token")
                .asString();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void its_front_page_shows_what_it_holds_as_text_and_without_any_script() throws Exception {
        send("PATCH", RECORD + "C7", "{\"Name\":\"<script>alert(1)</script> 华信\",\"Phone\":\"'021'\"}");
        send("POST", "/sandbox/faults", "{\"status\":503,\"count\":7}");

        HttpResponse<String> page = send("GET", "/?lang=en", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Sandbox: Salesforce", "&lt;script&gt;alert(1)&lt;/script&gt; 华信", "C7", "&#39;021&#39;")
                .contains("&quot;count&quot;:7", "PATCH")
                .doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("script-src");
        assertThat(send("GET", "/?lang=zh", "").body()).contains("沙箱：Salesforce", "lang=\"zh-CN\"");
        assertThat(send("GET", "/?lang=en&still", "").body()).doesNotContain("http-equiv");
    }

    @Test
    void its_front_page_is_hit_by_no_fault_and_is_nobodys_request() throws Exception {
        send("POST", "/sandbox/faults", "{\"status\":503}");
        assertThat(send("GET", "/", "").body()).contains("Nothing has arrived yet");
        assertThat(json("/sandbox/requests")
                        .valueStream()
                        .map(entry -> entry.path("path").asString()))
                .doesNotContain("/");
    }

    @Test
    void it_says_that_it_is_up() throws Exception {
        assertThat(send("GET", "/sandbox/health", "").statusCode()).isEqualTo(200);
    }

    @Test
    void records_are_shown_with_their_own_id_and_the_code_as_it_came() throws Exception {
        send("PATCH", RECORD + "C%2F1", "{\"Name\":\"上海\",\"MDM_Contacts__c\":\"[{\\\"id\\\":\\\"k1\\\"}]\"}");
        send("PATCH", RECORD + "C2", "{\"Name\":\"b\"}");
        JsonNode records = json("/sandbox/records");
        assertThat(records).hasSize(2);
        assertThat(records.path(0).path("Id").asString()).matches("001\\d{12}AAA");
        assertThat(records.path(0).path("MDM_Id__c").asString()).isEqualTo("C/1");
        assertThat(records.path(0).path("Name").asString()).isEqualTo("上海");
        assertThat(json("/sandbox/records?code=C2")).hasSize(1);
        assertThat(json("/sandbox/records?code=C3")).isEmpty();
    }

    @Test
    void requests_are_shown_the_newest_first_and_without_secrets() throws Exception {
        send("PATCH", RECORD + "C1", "{\"Name\":\"a\"}");
        JsonNode requests = json("/sandbox/requests?limit=5");
        assertThat(requests).hasSize(2);
        assertThat(requests.path(0).path("method").asString()).isEqualTo("PATCH");
        assertThat(requests.path(0).path("path").asString()).isEqualTo(RECORD + "C1");
        assertThat(requests.path(0).path("status").asInt()).isEqualTo(201);
        assertThat(requests.path(0).path("body").asString()).isEqualTo("{\"Name\":\"a\"}");
        assertThat(requests.path(1).path("body").asString()).endsWith("client_secret=***");
        assertThat(requests.toString()).doesNotContain(token);
        assertThat(json("/sandbox/requests?limit=1")).hasSize(1);
    }

    @Test
    void a_fault_refuses_without_writing_and_never_hits_the_sandbox_itself() throws Exception {
        send("POST", "/sandbox/faults", "{\"status\":503}");
        assertThat(send("PATCH", RECORD + "C1", "{\"Name\":\"a\"}").statusCode())
                .isEqualTo(503);
        assertThat(json("/sandbox/records")).isEmpty();
        assertThat(json("/sandbox/faults").path("status").asInt()).isEqualTo(503);
        assertThat(json("/sandbox/requests?limit=1").path(0).path("fault").asString())
                .isEqualTo("status 503");
        assertThat(send("DELETE", "/sandbox/faults", "").statusCode()).isEqualTo(204);
        assertThat(send("PATCH", RECORD + "C1", "{\"Name\":\"a\"}").statusCode())
                .isEqualTo(201);
        assertThat(json("/sandbox/faults")).isEmpty();
    }

    @Test
    void a_dropped_answer_is_a_write_that_was_done() throws Exception {
        send("POST", "/sandbox/faults", "{\"dropAfterSend\":true,\"count\":1}");
        assertThatThrownBy(() -> send("PATCH", RECORD + "C1", "{\"Name\":\"a\"}"))
                .isInstanceOf(IOException.class);
        assertThat(json("/sandbox/records")).hasSize(1);
        assertThat(json("/sandbox/requests?limit=1").path(0).path("status").isNull())
                .isTrue();
    }

    @Test
    void a_delay_alone_changes_no_answer() throws Exception {
        send("POST", "/sandbox/faults", "{\"delayMs\":1}");
        assertThat(send("PATCH", RECORD + "C1", "{\"Name\":\"a\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void an_update_only_creates_nothing() throws Exception {
        assertThat(send("PATCH", RECORD + "C1?updateOnly=true", "{\"Name\":\"a\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json("/sandbox/records")).isEmpty();
    }

    @Test
    void without_a_token_nobody_gets_in() throws Exception {
        token = "other";
        HttpResponse<String> refused = send("GET", RECORD + "C1", "");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("INVALID_SESSION_ID");
    }

    @Test
    void ids_in_the_body_are_refused() throws Exception {
        HttpResponse<String> refused = send("PATCH", RECORD + "C1", "{\"MDM_Id__c\":\"C1\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("should not be specified in the sobject data");
    }

    @Test
    void what_it_does_not_know_is_not_found() throws Exception {
        assertThat(send("GET", "/sandbox/nowhere", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/services/data/v64.0/sobjects/Case/MDM_Id__c/1", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", RECORD + "C1", "").statusCode()).isEqualTo(405);
        assertThat(send("POST", "/sandbox/faults", "[]").statusCode()).isEqualTo(400);
    }

    @Test
    void a_taken_port_is_told_and_frees_the_folder() throws Exception {
        assertThatThrownBy(() -> Sandbox.start("kingdee", sandbox.port(), other, "a_b", "secret"))
                .hasMessage("the port " + sandbox.port() + " is taken");
        Sandbox.start("kingdee", 0, other, "a_b", "secret").close();
    }

    @Test
    void a_product_without_a_sandbox_is_told() {
        assertThatThrownBy(() -> Sandbox.start("other", 0, other, "a_b", "secret"))
                .hasMessage("there is no sandbox for other");
    }

    private JsonNode json(String path) throws Exception {
        return Json.read(send("GET", path, "").body());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + path))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
