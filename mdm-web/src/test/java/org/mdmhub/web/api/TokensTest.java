package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;

class TokensTest extends RestTest {

    private Rest.Answer make(Actor whose, List<String> rights) {
        return admin.post(
                "/tokens",
                Map.of(
                        "login",
                        whose.login(),
                        "name",
                        "crm",
                        "rights",
                        rights,
                        "expiresAt",
                        Instant.now().plus(Duration.ofDays(1)).toString()));
    }

    @Test
    void a_token_lends_some_rights_of_its_login_until_it_is_revoked() {
        Rest.Answer made = make(people.person(Role.STEWARD, EAST), List.of("READ_MASTERS"));
        assertThat(made.status()).isEqualTo(201);
        Rest machine = Rest.with(made.body().get("token").asString(), port);

        assertThat(machine.get("/customers").status()).isEqualTo(200);
        assertThat(machine.get("/change-requests").status()).isEqualTo(403);

        assertThat(admin.post("/tokens/" + made.body().get("id").asString() + "/revoke")
                        .status())
                .isEqualTo(204);
        assertThat(machine.get("/customers").status()).isEqualTo(401);
    }

    @Test
    void a_token_lends_no_right_that_its_login_lacks() {
        Rest.Answer made = make(people.person(Role.AUDITOR, "GROUP"), List.of("READ_MASTERS", "ADMINISTER", "ASK"));
        Rest machine = Rest.with(made.body().get("token").asString(), port);

        assertThat(machine.post("/change-requests", Map.of()).status()).isEqualTo(403);
        assertThat(machine.post("/tokens", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void only_an_administrator_makes_tokens() {
        assertThat(lead.post("/tokens", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void the_description_of_the_api_is_for_administrators_and_names_the_contracts_routes() {
        assertThat(lead.get("/v3/api-docs").status()).isEqualTo(403);
        var paths = admin.get("/v3/api-docs").body().get("paths");
        for (String path : List.of(
                "/api/v1/{type}",
                "/api/v1/{type}/{code}",
                "/api/v1/{type}/{code}/history",
                "/api/v1/{type}/match",
                "/api/v1/{type}/check",
                "/api/v1/keys/{system}/{key}",
                "/api/v1/change-requests",
                "/api/v1/change-requests/{id}",
                "/api/v1/change-requests/{id}/approve",
                "/api/v1/codes/check",
                "/api/v1/codes/{type}/{code}",
                "/api/v1/coding-schemes/{type}",
                "/api/v1/targets",
                "/api/v1/deliveries",
                "/api/v1/duplicates")) {
            assertThat(paths.has(path)).as(path).isTrue();
        }
    }
}
