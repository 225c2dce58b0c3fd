package org.mdmhub.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.People;
import org.mdmhub.web.Visitor;
import org.mdmhub.web.WebTest;
import org.mdmhub.web.security.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class PeopleDeedsTest {

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private Visitor admin;

    @BeforeEach
    void theAdministratorIsLoggedIn() {
        admin = loggedIn(people.person(Role.ADMIN, "GROUP"));
    }

    private Visitor loggedIn(Actor who) {
        Visitor visitor = new Visitor(port);
        visitor.logIn(who.login(), People.PASSWORD);
        return visitor;
    }

    @Test
    void a_form_sets_what_it_shows_and_nothing_else() {
        String login = "meek-" + NameMother.number();
        var answer = admin.post(
                "/people/new",
                "/people/new",
                Map.of(
                        "login", login,
                        "name", "Meek",
                        "disabled", "true",
                        "passwordHash", "{noop}known",
                        "passwordAt", "2026-01-01T00:00:00Z",
                        "role", "ADMIN",
                        "organisation", "GROUP",
                        "version", "7"));
        assertThat(answer.statusCode()).isEqualTo(302);
        Accounts.Facts facts = accounts.facts(login).orElseThrow();
        assertThat(facts.disabled()).isFalse();
        assertThat(facts.passwordAt()).isNull();
        assertThat(accounts.held(login)).isEmpty();
        assertThat(accounts.isPassword(login, "known")).isFalse();
    }

    @Test
    void what_was_typed_comes_back_with_what_is_wrong() {
        var answer = admin.post("/people/new", "/people/new", Map.of("login", "Ünfit!", "name", "Somebody"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Ünfit!", "Somebody", "Use 2 to 60", "href=\"#login\"");
        String taken = people.person(Role.AUDITOR, "GROUP").login();
        assertThat(admin.post("/people/new", "/people/new", Map.of("login", taken, "name", "Twin"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void strange_characters_are_no_failure_of_the_hub() {
        assertThat(admin.get("/people?q=%00x").statusCode()).isEqualTo(200);
        assertThat(admin.get("/people/%25").statusCode()).isIn(400, 404);
        assertThat(admin.post("/people/new", "/people/new", Map.of("login", "a\0b", "name", "N\0ul"))
                        .statusCode())
                .isIn(302, 422);
        assertThat(new Visitor(port).logIn("nobody\0", "x").statusCode()).isEqualTo(302);
    }

    @Test
    void a_role_is_granted_and_withdrawn_and_holds_at_the_next_call() {
        Actor auditor = people.person(Role.AUDITOR, "GROUP");
        Visitor his = loggedIn(auditor);
        assertThat(his.get("/people").statusCode()).isEqualTo(403);
        String page = "/people/" + auditor.login();
        admin.post(page, page + "/roles", Map.of("role", "ADMIN", "organisation", "GROUP"));
        assertThat(his.get("/people").statusCode()).isEqualTo(200);
        admin.post(page, page + "/roles/ADMIN/GROUP/withdraw", Map.of());
        assertThat(his.get("/people").statusCode()).isEqualTo(403);
        assertThat(admin.get(page).body())
                .contains("Role granted: administrator, Group", "Role withdrawn: administrator, Group");
    }

    @Test
    void nobody_but_an_administrator_does_any_of_it() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        Visitor his = loggedIn(steward);
        for (String deed : new String[] {"disable", "link", "unlock", "sessions/end", "tokens", "roles"}) {
            assertThat(his.post("/account", "/people/" + steward.login() + "/" + deed, Map.of())
                            .statusCode())
                    .as(deed)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_form_of_another_site_does_nothing() {
        Actor auditor = people.person(Role.AUDITOR, "GROUP");
        assertThat(admin.post("/assets/hub.svg", "/people/" + auditor.login() + "/disable", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(accounts.actor(auditor.login(), null)).isPresent();
    }

    @Test
    void a_token_lends_only_what_its_owner_has() {
        Actor auditor = people.person(Role.AUDITOR, "GROUP");
        Visitor his = loggedIn(auditor);
        var refused = his.post(
                "/account", "/account/tokens", Map.of("tokenName", "x", "days", "366", "rights", "ADMINISTER"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Tick at least one right", "whole number from 1 to 365");
        var made = his.post(
                "/account", "/account/tokens", Map.of("tokenName", "crm", "days", "30", "rights", "READ_MASTERS"));
        assertThat(made.statusCode()).isEqualTo(302);
        assertThat(made.headers().firstValue("Location").orElseThrow()).doesNotContain("mdm_");
        var shown = his.get("/account");
        assertThat(shown.body()).contains("value=\"mdm_");
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(his.get("/account").body()).doesNotContain("value=\"mdm_");
    }

    @Test
    void who_changes_his_password_stays_and_his_other_sessions_end() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        Visitor here = loggedIn(steward);
        Visitor there = loggedIn(steward);
        String chosen = "seven green umbrellas";
        assertThat(here.post("/account", "/account/password", change("not it at all", chosen, chosen))
                        .body())
                .contains("This is not your present password");
        assertThat(here.post("/account", "/account/password", change(People.PASSWORD, "password1234", "password1234"))
                        .body())
                .contains("easy to guess");
        assertThat(here.post("/account", "/account/password", change(People.PASSWORD, chosen, chosen))
                        .statusCode())
                .isEqualTo(302);
        assertThat(here.isIn()).isTrue();
        assertThat(there.isIn()).isFalse();
        assertThat(accounts.isPassword(steward.login(), chosen)).isTrue();
        assertThat(admin.get("/people/" + steward.login()).body()).contains("Password set");
        assertThat(accounts.actor(steward.login(), null).orElseThrow().may(Right.DECIDE))
                .isTrue();
    }

    private static Map<String, String> change(String old, String fresh, String again) {
        return Map.of("old", old, "password", fresh, "again", again);
    }
}
