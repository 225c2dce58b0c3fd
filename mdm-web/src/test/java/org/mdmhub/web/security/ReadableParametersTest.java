package org.mdmhub.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.People;
import org.mdmhub.web.Visitor;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An address whose bytes are no text is the caller's mistake. */
@WebTest
class ReadableParametersTest {

    private static final String BROKEN = "?q=%ED%A0%80";

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @Test
    void a_screen_says_so_on_a_page_in_the_frame() {
        Visitor visitor = new Visitor(port);
        visitor.logIn(people.person(Role.STEWARD, Office.EAST).login(), People.PASSWORD);
        HttpResponse<String> answer = visitor.get("/records/customers" + BROKEN);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<main").doesNotContain("Exception");
    }

    @Test
    void a_machine_is_told_to_log_in_first() {
        assertThat(new Visitor(port).get("/api/v1/customers" + BROKEN).statusCode())
                .isEqualTo(401);
    }
}
