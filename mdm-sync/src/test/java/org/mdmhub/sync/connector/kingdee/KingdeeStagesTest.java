package org.mdmhub.sync.connector.kingdee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Reading;

/** Calls that fail between the stages, and what is left behind. */
class KingdeeStagesTest extends KingdeeBench {

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

    private Outcome saveFailingWith(int status) throws Exception {
        return failing("Save", "{\"status\":" + status + ",\"count\":1}", customer("ACTIVE", 1, Map.of("FName", "a")));
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
}
