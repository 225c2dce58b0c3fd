package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.web.PageToken.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.Finding;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** The same bad record gets the same findings at every door. */
class DoorsTest extends RestTest {

    private static final String NEW = "/change-requests";

    @Autowired
    private Road road;

    @Autowired
    private Office office;

    @Autowired
    private WebApplicationContext context;

    /** Where a record can come in. */
    enum Door {
        CHECK,
        DRAFT,
        SUBMITTED,
        READ_AGAIN,
        FORM,
        FORM_WHILE_TYPING
    }

    /** Where an error stops it. */
    enum Gate {
        SUBMIT,
        DRAFT_THEN_SUBMIT,
        FORM_SEND,
        ROAD_ITSELF
    }

    private static Map<String, String> doubtful() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", NameMother.trade(6));
        fields.put("postalCode", "12");
        fields.put("phone", "12345678901");
        fields.put("email", "zhang@example,com");
        fields.put("industry", "3451");
        fields.put("duns", "12");
        fields.put("taxId", "110105123456789");
        return fields;
    }

    private static Map<String, String> wrong() {
        Map<String, String> fields = doubtful();
        fields.put("creditCode", "9111000060003734IL");
        fields.put("lei", "529900T8BM49AURSDO56");
        fields.put("vatNumber", "DE136695977");
        fields.put("currency", "XXQ");
        return fields;
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void the_same_bad_record_gets_the_same_findings_at_every_door(Door door) throws Exception {
        Map<String, String> fields = doubtful();
        List<String> expected = told(findings(Door.CHECK, fields));

        assertThat(expected).hasSize(6).allMatch(finding -> finding.contains("WARNING"));
        if (door == Door.FORM || door == Door.FORM_WHILE_TYPING) {
            String page = page(door == Door.FORM ? "check" : "look", fields);
            findings(Door.CHECK, fields).forEach(finding -> {
                assertThat(page).contains(finding.get("message").asString());
                if (!finding.get("suggestion").isNull()) {
                    assertThat(page).contains("=" + finding.get("suggestion").asString());
                }
            });
        } else {
            assertThat(told(findings(door, fields))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void what_is_an_error_at_one_door_stops_the_record_at_every_other(Gate gate) throws Exception {
        Map<String, String> fields = wrong();
        List<String> errors = new ArrayList<>();
        for (JsonNode finding : findings(Door.CHECK, fields)) {
            if (finding.get("severity").asString().equals("ERROR")) {
                errors.add(finding.get("pointer").asString() + " "
                        + finding.get("code").asString());
            }
        }
        assertThat(errors)
                .containsExactlyInAnyOrder(
                        "/fields/creditCode checkDigit",
                        "/fields/lei checkDigit",
                        "/fields/vatNumber checkDigit",
                        "/fields/currency currency");
        assertThat(stopped(gate, fields)).containsExactlyInAnyOrderElementsOf(errors);
    }

    @Test
    void what_was_doubtful_at_the_check_is_so_at_the_approval_and_does_not_stop_it() {
        Map<String, String> fields = doubtful();
        String id = asked(requester, body("CREATE", fields));
        Rest.Answer approved = approve(steward, id);

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.body().get("status").asString()).isEqualTo("APPLIED");
    }

    private Iterable<JsonNode> findings(Door door, Map<String, String> fields) {
        return switch (door) {
            case DRAFT -> draft(fields).body().get("findings");
            case SUBMITTED -> requester.post(NEW, body("CREATE", fields)).body().get("findings");
            case READ_AGAIN ->
                steward.get(NEW + "/" + asked(requester, body("CREATE", fields)))
                        .body()
                        .get("findings");
            default ->
                requester
                        .post("/customers/check", Map.of("fields", fields))
                        .body()
                        .get("findings");
        };
    }

    private Rest.Answer draft(Map<String, String> fields) {
        Map<String, @Nullable Object> body = body("CREATE", fields);
        body.put("submit", false);
        return requester.post(NEW, body);
    }

    private List<String> stopped(Gate gate, Map<String, String> fields) throws Exception {
        return switch (gate) {
            case SUBMIT -> errors(requester.post(NEW, body("CREATE", fields)));
            case DRAFT_THEN_SUBMIT ->
                errors(requester.post(NEW + "/" + draft(fields).body().get("id").asString() + "/submit"));
            case FORM_SEND -> shown(page("send", fields), fields);
            case ROAD_ITSELF -> refused(fields);
        };
    }

    private static List<String> errors(Rest.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        List<String> errors = new ArrayList<>();
        answer.body()
                .get("errors")
                .forEach(error -> errors.add(error.get("pointer").asString() + " "
                        + error.get("code").asString()));
        return errors;
    }

    /** The errors that the form shows, known by their words. */
    private List<String> shown(String page, Map<String, String> fields) {
        List<String> shown = new ArrayList<>();
        for (JsonNode finding : findings(Door.CHECK, fields)) {
            boolean error = page.contains("ask-error")
                    && finding.get("severity").asString().equals("ERROR");
            if (error && page.contains(finding.get("message").asString())) {
                shown.add(finding.get("pointer").asString() + " "
                        + finding.get("code").asString());
            }
        }
        return shown;
    }

    /** As imports and the demo's own load come. */
    private List<String> refused(Map<String, String> fields) {
        try {
            road.ask(AskMother.create(new LinkedHashMap<>(fields)), office.requester());
            throw new AssertionError("it was taken");
        } catch (Refused e) {
            return e.findings().stream().map(DoorsTest::named).toList();
        }
    }

    private static String named(Finding finding) {
        return finding.pointer() + " " + finding.code();
    }

    private String page(String verb, Map<String, String> fields) throws Exception {
        Actor typing = people.person(Role.REQUESTER, EAST);
        var hub = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var sent = post("/records/customers/new/" + verb).with(csrf()).with(user(typing.login()));
        fields.forEach(sent::param);
        return HtmlUtils.htmlUnescape(hub.perform(sent)
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static List<String> told(Iterable<JsonNode> findings) {
        List<String> told = new ArrayList<>();
        findings.forEach(finding -> told.add(finding.get("pointer").asString() + " "
                + finding.get("severity").asString() + " " + finding.get("code").asString() + " "
                + finding.get("suggestion").asString("")));
        return told;
    }
}
