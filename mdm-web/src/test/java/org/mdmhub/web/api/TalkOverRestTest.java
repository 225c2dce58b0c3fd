package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Road;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.mdmhub.web.security.ApiTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Talking over REST, as the contract's shape has it. */
@WebTest
class TalkOverRestTest {

    @Autowired
    Road road;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @LocalServerPort
    int port;

    private Rest as(Role role, String unit) {
        return Rest.as(people.person(role, unit), tokens, port);
    }

    @Test
    void comments_urges_and_watching() {
        Actor asks = people.person(Role.REQUESTER, Office.EAST);
        Rest requester = Rest.as(asks, tokens, port);
        Rest steward = as(Role.STEWARD, Office.EAST);
        UUID id = road.ask(AskMother.create(CustomerMother.customer()), asks);
        String request = "/change-requests/" + id;

        Rest.Answer said = steward.post(request + "/comments", Map.of("text", "Is it theirs?", "field", "name"));
        assertThat(said.status()).isEqualTo(201);
        assertThat(said.body().path("comments").path(0).path("text").asString()).isEqualTo("Is it theirs?");
        assertThat(said.body().path("comments").path(0).path("field").asString())
                .isEqualTo("name");
        assertThat(said.etag()).isEqualTo(requester.get(request).etag());
        assertThat(steward.post(request + "/comments", Map.of("text", "@nobody-there"))
                        .pointer())
                .isEqualTo("/text");
        assertThat(steward.send("POST", request + "/comments", "{", Map.of()).status())
                .isEqualTo(400);
        assertThat(as(Role.AUDITOR, Office.EAST)
                        .post(request + "/comments", Map.of("text", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(as(Role.STEWARD, Office.SOUTH)
                        .post(request + "/comments", Map.of("text", "x"))
                        .status())
                .isEqualTo(404);

        Rest.Answer urged = requester.post(request + "/urge");
        assertThat(urged.status()).isEqualTo(200);
        assertThat(urged.body().path("told").asInt()).isPositive();
        Rest.Answer again = requester.post(request + "/urge");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("urged");
        assertThat(again.body().path("until").asString()).contains("T");
        assertThat(steward.post(request + "/urge").status()).isEqualTo(403);
        assertThat(as(Role.STEWARD, Office.SOUTH).post(request + "/urge").status())
                .isEqualTo(404);
        assertThat(steward.post(request + "/watch").status()).isEqualTo(200);
        assertThat(steward.post(request + "/unwatch").status()).isEqualTo(200);

        steward.post(request + "/approve", Map.of("comment", "good"));
        assertThat(requester.get(request).body().path("comments"))
                .extracting(comment -> comment.path("text").asString())
                .containsExactly("Is it theirs?", "good");
    }
}
