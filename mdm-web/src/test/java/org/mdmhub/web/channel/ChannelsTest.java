package org.mdmhub.web.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Signatures as their papers give them, and what a channel makes of what a simulated receiver answers. */
class ChannelsTest {

    private static final Instant AT = Instant.ofEpochSecond(1_599_360_473);
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final Letter LETTER = new Letter(
            "msg-1",
            AT,
            "[主数据] 申请 R1",
            List.of(new Letter.Line("waits", "R1", "申请 R1 待您审批", "电话 · 街道", URI.create("https://hub.test/inbox/1"))),
            "");

    private final Receiver receiver = new Receiver();
    private final Post post = new Post(new AddressGuard(true), 500, 700);
    private final RobotPost robot = new RobotPost(post, JsonMapper.shared());

    @AfterEach
    void nobodyListens() {
        receiver.close();
    }

    private Address here(String... secrets) {
        return new Address(receiver.address(), List.of(secrets), false);
    }

    @Test
    void a_webhook_is_signed_as_the_example_of_the_standard() {
        assertThat(WebhookChannel.signatures(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "1614265330",
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void while_secrets_are_changed_both_sign() {
        Address to = here("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "another-secret-of-thirty-characters");
        assertThat(new WebhookChannel(post, JsonMapper.shared(), CLOCK).send(LETTER, to))
                .isEqualTo(new Outcome.Done());
        Receiver.Call call = receiver.calls.get(0);
        assertThat(call.header("webhook-id")).isEqualTo("msg-1");
        assertThat(call.header("webhook-timestamp")).isEqualTo("1599360473");
        assertThat(call.header("webhook-signature").split(" "))
                .containsExactly(WebhookChannel.signatures(to.secrets(), "msg-1", "1599360473", call.body())
                        .split(" "))
                .hasSize(2);
        assertThat(call.json().path("specversion").asString()).isEqualTo("1.0");
        assertThat(call.json().path("data").path("link").asString()).isEqualTo("https://hub.test/inbox/1");
    }

    @Test
    void dingtalk_is_signed_in_its_query_and_written_to_in_its_form() {
        assertThat(DingTalkChannel.signed(1_599_360_473_000L, "this is secret"))
                .isEqualTo("timestamp=1599360473000&sign=hXZTWifRGHclNuZSKxoXc%2F%2Fsh51SWfVfRIhcdeKs63I%3D");
        assertThat(new DingTalkChannel(robot, CLOCK).send(LETTER, here("this is secret")))
                .isEqualTo(new Outcome.Done());
        assertThat(receiver.calls.get(0).query()).startsWith("key=of-a-test&timestamp=1599360473000&sign=hXZT");
        assertThat(receiver.calls.get(0).json().path("text").path("content").asString())
                .isEqualTo("申请 R1 待您审批\n电话 · 街道\nhttps://hub.test/inbox/1");
    }

    @Test
    void feishu_is_signed_in_its_body_over_nothing() {
        receiver.answer = "{\"code\":0,\"msg\":\"success\"}";
        assertThat(FeishuChannel.sign(1_599_360_473, "demo")).isEqualTo("l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=");
        assertThat(new FeishuChannel(robot, CLOCK).send(LETTER, here("demo"))).isEqualTo(new Outcome.Done());
        var sent = receiver.calls.get(0).json();
        assertThat(sent.path("timestamp").asString()).isEqualTo("1599360473");
        assertThat(sent.path("sign").asString()).startsWith("l1N0");
        assertThat(sent.path("msg_type").asString()).isEqualTo("text");
        assertThat(sent.path("content").path("text").asString()).startsWith("申请 R1");
    }

    @Test
    void wecom_is_not_signed_and_a_robot_gets_no_more_than_it_takes() {
        Letter longer = new Letter(
                "msg-2",
                AT,
                "",
                List.of(new Letter.Line("waits", "R1", "申".repeat(3000), "", URI.create("https://h.test/"))),
                "");
        assertThat(new WeComChannel(robot).send(longer, here())).isEqualTo(new Outcome.Done());
        assertThat(receiver.calls.get(0).query()).isEqualTo("key=of-a-test");
        assertThat(receiver.calls.get(0).json().path("text").path("content").asString())
                .hasSizeBetween(600, 667);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"errcode\":93000,\"errmsg\":\"invalid webhook url\"} | Refused",
                "200 | {\"errcode\":45009,\"errmsg\":\"api freq out of limit\"} | Later",
                "200 | it works | Unknown",
                "200 | {} | Unknown",
                "429 | {} | Later",
                "503 | {} | Later",
                "500 | {} | Unknown",
                "404 | {} | Refused",
                "302 | {} | Refused",
            })
    void what_an_answer_means_is_never_guessed(int status, String answer, String outcome) {
        receiver.status = status;
        receiver.answer = answer;
        receiver.headers = Map.of("Location", "http://localhost:1/elsewhere", "Retry-After", "7");
        Outcome said = new WeComChannel(robot).send(LETTER, here());
        assertThat(said.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(said.why()).doesNotContain("of-a-test");
        assertThat(receiver.calls).hasSize(1);
        if (status == 429) {
            assertThat(((Outcome.Later) said).rest()).isEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void nobody_there_is_later_and_an_answer_that_never_comes_is_unknown() throws IOException {
        Address gone = here();
        receiver.close();
        assertThat(new WeComChannel(robot).send(LETTER, gone)).isInstanceOf(Outcome.Later.class);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Address mute = new Address("http://localhost:" + silent.getLocalPort() + "/", List.of(), false);
            assertThat(new WeComChannel(robot).send(LETTER, mute)).isInstanceOf(Outcome.Unknown.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/",
                "ftp://93.184.216.34/",
                "https://user@93.184.216.34/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://2130706433/",
                "https://127.1/",
                "https://0.0.0.0/",
                "https://169.254.169.254/latest",
                "https://10.0.0.1/",
                "https://172.16.3.4/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::127.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fc00::1]/",
                "https://[ff02::1]/",
                "https://[2002:7f00:1::]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2001:0:7f00:1::1]/",
                "https://224.0.0.1/",
                "https://240.0.0.1/",
                "https://198.18.0.1/",
                "https://192.0.0.8/",
                "https://93.184.216.34/#f"
            })
    void an_address_that_leads_inside_is_not_spoken_to(String address) {
        Post guarded = new Post(new AddressGuard(false), 500, 700);
        Outcome said = new WeComChannel(new RobotPost(guarded, JsonMapper.shared()))
                .send(LETTER, new Address(address, List.of(), false));
        assertThat(said).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void private_ranges_are_for_what_stands_inside_and_the_machine_itself_for_nobody() throws IOException {
        AddressGuard guard = new AddressGuard(false);
        assertThat(guard.allowed(InetAddress.getByName("10.1.2.3"), true)).isTrue();
        assertThat(guard.allowed(InetAddress.getByName("fd00::1"), true)).isTrue();
        assertThat(guard.allowed(InetAddress.getByName("127.0.0.1"), true)).isFalse();
        assertThat(guard.allowed(InetAddress.getByName("169.254.169.254"), true))
                .isFalse();
        assertThat(guard.allowed(InetAddress.getByName("93.184.216.34"), false)).isTrue();
        assertThat(guard.allowed(InetAddress.getByName("2606:4700::1111"), false))
                .isTrue();
    }
}
