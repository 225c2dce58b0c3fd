package org.mdmhub.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.People;
import org.mdmhub.web.Visitor;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions as a browser has them, without one. */
@WebTest
class SessionsTest {

    private static final String COOKIE = "MDMSESSION";

    @Autowired
    People people;

    @Autowired
    Administration administration;

    @Autowired
    Sessions sessions;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Visitor loggedIn(Actor who) {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> answer = visitor.logIn(who.login(), People.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return visitor;
    }

    @Test
    void who_only_looks_at_the_login_page_leaves_nothing_in_the_database() {
        Visitor visitor = new Visitor(port);
        visitor.get("/login");
        visitor.get("/inbox");
        assertThat(visitor.cookie(COOKIE)).isNull();
    }

    @Test
    void a_login_makes_a_new_session_and_leads_to_the_wanted_page_of_this_hub_only() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        Visitor visitor = new Visitor(port);
        visitor.get("/inbox?tab=open");
        String location = visitor.logIn(steward.login(), People.PASSWORD)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(location).endsWith("/inbox?tab=open");
        String first = visitor.cookie(COOKIE);
        visitor.logIn(steward.login(), People.PASSWORD);
        assertThat(visitor.cookie(COOKIE)).isNotEqualTo(first);
    }

    @Test
    void the_cookie_is_not_for_scripts_and_not_for_other_sites() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        List<String> set = new Visitor(port)
                .logIn(steward.login(), People.PASSWORD)
                .headers()
                .allValues("Set-Cookie");
        assertThat(set)
                .filteredOn(cookie -> cookie.startsWith(COOKIE))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void an_asset_does_not_touch_the_session() {
        Visitor visitor = loggedIn(people.person(Role.STEWARD, Office.EAST));
        jdbc.sql("update spring_session set last_access_time = 1, expiry_time = 9999999999999")
                .update();
        assertThat(visitor.get("/assets/hub.svg").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select max(last_access_time) from spring_session")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void disabling_ends_sessions_at_once() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        Visitor visitor = loggedIn(steward);
        assertThat(visitor.isIn()).isTrue();
        administration.disable(steward.login(), "test");
        assertThat(visitor.isIn()).isFalse();
        assertThat(sessions.of(steward.login(), null)).isEmpty();
        administration.enable(steward.login(), "test");
        assertThat(visitor.isIn()).isFalse();
    }

    @Test
    void an_administrator_ends_all_sessions() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        Visitor one = loggedIn(steward);
        Visitor two = loggedIn(steward);
        assertThat(sessions.of(steward.login(), null)).hasSize(2);
        administration.endSessions(steward.login(), "test");
        assertThat(one.isIn()).isFalse();
        assertThat(two.isIn()).isFalse();
    }

    @Test
    void twelve_hours_after_its_begin_a_busy_session_ends() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        Visitor visitor = loggedIn(steward);
        jdbc.sql("update spring_session set creation_time = creation_time - ? where principal_name = ?")
                .params(Duration.ofHours(12).plusMinutes(1).toMillis(), steward.login())
                .update();
        assertThat(visitor.isIn()).isFalse();
        assertThat(sessions.of(steward.login(), null)).isEmpty();
    }

    @Test
    void nobody_has_more_than_twenty_sessions() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        for (int i = 0; i < 22; i++) {
            loggedIn(steward);
        }
        assertThat(sessions.of(steward.login(), null)).hasSize(20);
    }

    @Test
    void too_many_wrong_passwords_make_the_login_wait_whether_or_not_there_is_such_a_login() {
        Actor steward = people.person(Role.STEWARD, Office.EAST);
        for (String login : List.of(steward.login(), steward.login() + "-unknown")) {
            Visitor visitor = new Visitor(port);
            HttpResponse<String> last = visitor.logIn(login, "wrong");
            for (int i = 0; i < 5; i++) {
                assertThat(last.statusCode()).isEqualTo(302);
                last = visitor.logIn(login, "wrong", Map.of("X-Forwarded-For", "203.0.113." + i));
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(25L, 31L);
            assertThat(last.body()).contains("Too many failed logins. Try again in");
        }
        HttpResponse<String> right = new Visitor(port).logIn(steward.login(), People.PASSWORD);
        assertThat(right.statusCode()).isEqualTo(429);
        administration.unlock(steward.login(), "test");
        assertThat(loggedIn(steward).isIn()).isTrue();
    }
}
