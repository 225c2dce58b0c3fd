package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** Due times, freezes and mass changes, as another system sees them. */
class TimeOverRestTest extends RestTest {

    @Autowired
    private Office office;

    @Test
    void something_is_due_after_working_hours_of_its_organisation() {
        Rest.Answer due = steward.get("/calendars/of/" + EAST + "/due?from=2026-02-13T09:00:00Z&hours=10");

        assertThat(due.status()).isEqualTo(200);
        assertThat(due.body().get("calendar").asString()).isEqualTo("standard");
        // 17:00 on Friday; one hour then, eight on the Saturday that is worked, one after nine days off
        assertThat(due.body().get("dueAt").asString()).isEqualTo("2026-02-24T02:00:00Z");
        assertThat(steward.get("/calendars/of/NOWHERE/due").status()).isEqualTo(404);
        assertThat(steward.get("/calendars/nothing").status()).isEqualTo(404);
        assertThat(steward.get("/freezes").status()).isEqualTo(200);
    }

    @Test
    void a_mass_change_is_shown_submitted_decided_on_by_another_and_done() {
        String mark = "G" + NameMother.number();
        office.customer(CustomerMother.customerWith("shortName", mark));
        office.customer(CustomerMother.customerWith("shortName", mark));
        Map<String, Object> body =
                Map.of("type", "customers", "filter", Map.of("q", mark), "fields", Map.of("website", "mass.example"));

        Rest.Answer shown = steward.post("/mass-changes", body);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().get("count").asInt()).isEqualTo(2);
        assertThat(shown.body().get("samples").toString()).contains("mass.example");
        String id = shown.body().get("id").asString();
        assertThat(steward.post("/mass-changes/" + id + "/submit", Map.of("hash", "x", "reason", "r"))
                        .status())
                .isEqualTo(422);
        Rest.Answer sent = steward.post(
                "/mass-changes/" + id + "/submit",
                Map.of("hash", shown.body().get("hash").asString(), "reason", "a test"));
        assertThat(sent.status()).isEqualTo(202);
        String request = sent.body().get("requestId").asString();

        assertThat(steward.post("/change-requests/" + request + "/approve", Map.of())
                        .code())
                .isEqualTo("fourEyes");
        assertThat(rest(Role.STEWARD, EAST)
                        .post("/change-requests/" + request + "/approve", Map.of())
                        .status())
                .isEqualTo(200);
        Rest.Answer done = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> steward.get("/mass-changes/" + id),
                        one -> one.body().path("state").asString("").equals("DONE"));
        assertThat(done.body().get("counts").get("APPLIED").asInt()).isEqualTo(2);
        assertThat(steward.get("/mass-changes/" + id + "/items?state=APPLIED")
                        .body()
                        .get("items")
                        .size())
                .isEqualTo(2);
        assertThat(rest(Role.STEWARD, "CN-SOUTH").get("/mass-changes/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void what_is_none_is_refused_with_the_place() {
        assertThat(steward.post("/mass-changes", Map.of("fields", Map.of("website", "x")))
                        .pointer())
                .isEqualTo("/type");
        assertThat(steward.post(
                                "/mass-changes",
                                Map.of(
                                        "type",
                                        "customers",
                                        "filter",
                                        Map.of("noSuch", "x"),
                                        "fields",
                                        Map.of("website", "x")))
                        .pointer())
                .isEqualTo("/filter/noSuch");
        assertThat(steward.post(
                                "/mass-changes",
                                Map.of("type", "customers", "fields", Map.of("bankAccounts[account=1].bank", "x")))
                        .status())
                .isEqualTo(422);
        assertThat(auditor.post("/mass-changes", Map.of("type", "customers", "fields", Map.of("website", "x")))
                        .status())
                .isEqualTo(403);
        assertThat(List.of(404, 422))
                .contains(steward.post("/mass-changes/" + java.util.UUID.randomUUID() + "/submit", Map.of())
                        .status());
    }
}
