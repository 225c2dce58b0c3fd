package org.mdmhub.sync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

class KingdeeDialectTest {

    private static final long NOW = Instant.parse("2026-11-22T08:00:00Z").toEpochMilli();
    private static final String MODEL = "\"FNumber\":\"C1\",\"FName\":\"a\"";

    @TempDir
    private Path folder;

    private Shelf shelf;
    private Ledgers ledgers;
    private KingdeeDialect dialect;
    private long timestamp = NOW;
    private String user = "acct,demo,2052,";

    @BeforeEach
    void open() throws Exception {
        shelf = new Shelf(folder, 100_001);
        ledgers = new Ledgers(folder);
        Clock clock = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);
        dialect = new KingdeeDialect(new KingdeeSignature("client_part", "secret", clock), shelf, ledgers);
    }

    @AfterEach
    void close() throws Exception {
        shelf.close();
        ledgers.close();
    }

    @Test
    void the_stages_are_gone_through_in_their_order_only() {
        assertThat(refusal("Submit", named("C1"))).isEqualTo("传递的编码值不存在");
        save(MODEL);
        assertThat(status()).isEqualTo("A");
        assertThat(refusal("Audit", named("C1"))).contains("未提交");
        assertDone("Submit");
        assertThat(refusal("Submit", named("C1"))).contains("已经提交");
        assertThat(refusal("Save", model("\"FCUSTID\":100001," + MODEL))).contains("已提交，不允许修改");
        assertDone("Audit");
        assertThat(refusal("Audit", named("C1"))).contains("已经审核");
        assertThat(refusal("Save", model("\"FCUSTID\":100001," + MODEL))).contains("已审核，不允许修改");
        assertDone("UnAudit");
        assertThat(status()).isEqualTo("D");
        save("\"FCUSTID\":100001," + MODEL);
        assertDone("Submit");
    }

    @Test
    void a_draft_may_be_incomplete_and_is_not_submitted() {
        JsonNode drafted = call("Draft", "BD_Customer", model("\"FNumber\":\"C1\""));
        assertThat(drafted.path("Result")
                        .path("ResponseStatus")
                        .path("IsSuccess")
                        .asBoolean())
                .isTrue();
        assertThat(status()).isEqualTo("Z");
        assertThat(refusal("Submit", named("C1"))).contains("暂存");
    }

    @Test
    void one_call_can_do_all_three() {
        call("Save", "BD_Customer", "{\"IsAutoSubmitAndAudit\":\"true\",\"Model\":{" + MODEL + "}}");
        assertThat(status()).isEqualTo("C");
    }

    @Test
    void a_number_is_given_once() {
        save(MODEL);
        assertThat(refusal("Save", model(MODEL))).contains("编码唯一", "C1");
    }

    @Test
    void forbidding_and_enabling_are_told_apart() {
        save(MODEL);
        assertThat(refusal("ExcuteOperation", "Enable", named("C1"))).contains("未禁用");
        call("ExcuteOperation", "BD_Customer", "Forbid", named("C1"));
        assertThat(refusal("ExcuteOperation", "Forbid", named("C1"))).contains("已经禁用");
        assertThat(refusal("ExcuteOperation", "Delete", named("C1"))).contains("不存在");
    }

    @Test
    void a_query_answers_with_lists_without_names() {
        save(MODEL);
        String query = "{\"FormId\":\"BD_Customer\",\"FieldKeys\":\"FCUSTID,FName,FTEL\",\"FilterString\":\"%s\"}";
        assertThat(call("ExecuteBillQuery", query.formatted("FNumber='C1'")))
                .isEqualTo(Json.read("[[100001,\"a\",null]]"));
        assertThat(call("ExecuteBillQuery", query.formatted("FNumber='C2'"))).isEmpty();
        assertThat(call("ExecuteBillQuery", query.formatted("1=1;drop"))
                        .path(0)
                        .path(0)
                        .path("Result"))
                .isNotEmpty();
        assertThat(call("ExecuteBillQuery", "{\"FormId\":\"BD_Customer\",\"FieldKeys\":\"FNOPE\"}")
                        .toString())
                .startsWith("[[{\"Result\"")
                .contains("元数据中标识为FNOPE的字段不存在");
    }

    @Test
    void a_signature_is_of_our_time() {
        timestamp = NOW - 300_001;
        JsonNode refused = call("Save", "BD_Customer", model(MODEL));
        assertThat(refused.path("Result").path("ResponseStatus").path("MsgCode").asInt())
                .isEqualTo(1);
        assertThat(refused.toString()).contains("会话信息已丢失");
        assertThat(shelf.all()).isEmpty();
    }

    @Test
    void a_call_without_headers_is_refused() {
        Reply reply = dialect.answer(new Call("POST", path("View"), "", new Headers(), "{}"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("会话信息已丢失");
    }

    @Test
    void a_call_without_an_account_is_an_error_of_http() {
        user = ",demo,2052,";
        assertThat(reply("View", "BD_Customer", named("C1")).status()).isEqualTo(500);
    }

    @Test
    void an_unknown_service_or_form_is_an_exception_as_text() {
        assertThat(reply("Nothing", "BD_Customer", "{}").body()).startsWith("response_error:{");
        assertThat(reply("Save", "BD_Nothing", "{}").body()).startsWith("response_error:{");
    }

    @Test
    void an_unknown_field_of_an_entry_is_refused() {
        assertThat(refusal("Save", model(MODEL + ",\"FT_BD_CUSTBANK\":[{\"FNOPE\":1}]")))
                .contains("FNOPE");
    }

    private void save(String model) {
        assertThat(call("Save", "BD_Customer", model(model))
                        .path("Result")
                        .path("Id")
                        .asInt())
                .isEqualTo(100_001);
    }

    private void assertDone(String service) {
        JsonNode status =
                call(service, "BD_Customer", named("C1")).path("Result").path("ResponseStatus");
        assertThat(status.path("IsSuccess").asBoolean()).isTrue();
    }

    private String status() {
        return call("View", "BD_Customer", "{\"Number\":\"C1\"}")
                .path("Result")
                .path("Result")
                .path("FDocumentStatus")
                .asString();
    }

    private String refusal(String service, String... parameters) {
        String[] all = new String[parameters.length + 1];
        all[0] = "BD_Customer";
        System.arraycopy(parameters, 0, all, 1, parameters.length);
        JsonNode status = call(service, all).path("Result").path("ResponseStatus");
        assertThat(status.path("IsSuccess").asBoolean(true)).isFalse();
        return status.path("Errors").path(0).path("Message").asString();
    }

    private static String named(String number) {
        return "{\"Numbers\":[\"" + number + "\"],\"Ids\":\"\"}";
    }

    private static String model(String fields) {
        return "{\"Model\":{" + fields + "}}";
    }

    private JsonNode call(String service, String... parameters) {
        Reply reply = reply(service, parameters);
        assertThat(reply.status()).isEqualTo(200);
        return Json.read(reply.body());
    }

    private Reply reply(String service, String... parameters) {
        ArrayNode list = Json.array();
        for (String parameter : parameters) {
            list.add(parameter);
        }
        String body = Json.write(Json.object().set("parameters", list));
        return dialect.answer(new Call("POST", path(service), "", headers(path(service)), body));
    }

    private static String path(String service) {
        return "/k3cloud/Kingdee.BOS.WebApi.ServicesStub.DynamicFormService." + service + ".common.kdsvc";
    }

    private Headers headers(String path) {
        Headers headers = new Headers();
        headers.set("X-Api-ClientID", "client");
        headers.set("X-Api-Auth-Version", "2.0");
        headers.set("x-api-timestamp", Long.toString(timestamp));
        headers.set("x-api-nonce", "42");
        headers.set(
                "X-Api-Signature",
                hmac(
                        "part",
                        "POST\n" + URLEncoder.encode(path, StandardCharsets.UTF_8)
                                + "\n\nx-api-nonce:42\nx-api-timestamp:" + timestamp + "\n"));
        headers.set("X-Kd-Appkey", "client_part");
        headers.set("X-Kd-Appdata", Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
        headers.set("X-Kd-Signature", hmac("secret", "client_part" + user));
        return headers;
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String hex = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
