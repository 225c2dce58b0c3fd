package org.mdmhub.web.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.notice.Choice;
import org.mdmhub.web.api.TestMessages;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told to groups: once, only of their organisation, again where it failed, and never with a secret. */
class GroupDeliveryTest extends DeliveryTest {

    @Autowired
    TestMessages tests;

    @Test
    void a_failing_receiver_is_tried_later_and_its_rate_is_kept() {
        try (Receiver receiver = new Receiver()) {
            int id = group(receiver, "WECOM");
            receiver.status = 503;
            UUID request = request();
            tell("applied", request, "", reachable(Choice.OFF).login());
            tell("applied", request, "", reachable(Choice.OFF).login());
            await(() -> !receiver.calls.isEmpty());
            assertThat(jdbc.sql("select count(*) from notice_turn where turn = ? and not_before > now()"
                                    + " + interval '30 seconds'")
                            .param("group:" + id)
                            .query(Integer.class)
                            .single())
                    .isIn(0, 1);
            receiver.status = 200;
            await(() -> rested(id) && count(id, "DONE") >= 1);
            assertThat(count(id, "DONE") + count(id, "WAITING") + count(id, "UNDERWAY"))
                    .isEqualTo(2);
            assertThat(receiver.calls.get(0).body()).contains("R1").doesNotContain("key=");
            groups.activate(id, false);
        }
    }

    private boolean rested(int id) {
        jdbc.sql("update notice_turn set not_before = least(not_before, now() + interval '1 second') where turn = ?")
                .param("group:" + id)
                .update();
        jdbc.sql("update notice_delivery set due_at = least(due_at, now()) where group_id = ? and state = 'WAITING'")
                .param(id)
                .update();
        return true;
    }

    private int count(int group, String state) {
        return jdbc.sql("select count(*) from notice_delivery where group_id = ? and state = ?")
                .params(group, state)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_group_hears_of_an_event_once_and_only_of_its_organisation() {
        try (Receiver receiver = new Receiver()) {
            int id = group(receiver, "WEBHOOK");
            List<String> logins = new ArrayList<>();
            IntStream.range(0, 5).forEach(i -> logins.add(reachable(Choice.OFF).login()));
            tell("applied", request(), "", logins.toArray(String[]::new));
            await(() -> count(id, "DONE") == 1);
            assertThat(receiver.calls).hasSize(1);
            assertThat(receiver.calls.get(0).header("webhook-signature")).startsWith("v1,");
            GroupChannels.Group kept = groups.find(id).orElseThrow();
            groups.put(
                    new GroupChannels.Group(
                            id, kept.name(), "WEBHOOK", "", false, "en", List.of(), office.unit(Office.SOUTH), true),
                    null,
                    null,
                    "test");
            tell("applied", request(), "", logins.get(0));
            assertThat(jdbc.sql("select count(*) from notice_delivery where group_id = ?")
                            .param(id)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            receiver.status = 410;
            groups.activate(id, false);
        }
    }

    private int group(Receiver receiver, String carrier) {
        return groups.put(
                new GroupChannels.Group(
                        0,
                        "group-" + NameMother.number(),
                        carrier,
                        "",
                        false,
                        "en",
                        List.of("applied"),
                        office.unit(Office.EAST),
                        true),
                receiver.address(),
                carrier.equals("WEBHOOK") ? List.of("a-secret-of-more-than-24-bytes") : List.of(),
                "test");
    }

    private static void await(java.util.function.BooleanSupplier holds) {
        new org.openqa.selenium.support.ui.FluentWait<>(holds)
                .withTimeout(java.time.Duration.ofSeconds(30))
                .until(java.util.function.BooleanSupplier::getAsBoolean);
    }

    @Test
    void secrets_go_in_and_never_come_out() {
        try (Receiver receiver = new Receiver()) {
            int id = group(receiver, "WEBHOOK");
            groups.activate(id, false);
            assertThat(groups.find(id).toString()).doesNotContain("of-a-test", "a-secret");
            String row = jdbc.sql("select row_to_json(c)::text from notice_channel c where id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
            assertThat(row).doesNotContain("of-a-test", "a-secret");
        }
    }

    @Test
    void a_test_message_says_what_came_back_and_not_too_often() {
        try (Receiver receiver = new Receiver()) {
            int id = group(receiver, "WEBHOOK");
            groups.activate(id, false);

            assertThat(tests.toGroup(id).orElseThrow().state()).isEqualTo(TestMessages.State.DONE);
            assertThat(receiver.calls)
                    .singleElement()
                    .satisfies(call -> assertThat(call.body()).contains("This is a test message"));
            assertThat(tests.toGroup(id).orElseThrow().state()).isEqualTo(TestMessages.State.TOO_SOON);
            jdbc.sql("update notice_turn set not_before = now() where turn = ?")
                    .param("group:" + id)
                    .update();
            receiver.status = 403;
            TestMessages.Sent refused = tests.toGroup(id).orElseThrow();
            assertThat(refused.state()).isEqualTo(TestMessages.State.REFUSED);
            assertThat(refused.why()).isEqualTo("HTTP 403");
        }
        assertThat(tests.toGroup(-1)).isEmpty();
        assertThat(tests.toOwnMail(reachable(Choice.OFF)).state()).isEqualTo(TestMessages.State.NOWHERE);
    }
}
