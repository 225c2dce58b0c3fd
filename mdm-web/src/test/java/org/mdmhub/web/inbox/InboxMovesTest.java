package org.mdmhub.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mdmhub.web.PageToken.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Road;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Put off, seen again, taken back, claimed, kept under a name: what moves in a list without a decision. */
@WebTest
class InboxMovesTest {

    private final Road road;
    private final Office office;
    private final People people;
    private final MockMvc hub;
    private Actor requester = new Actor("nobody", java.util.Map.of());
    private Actor steward = requester;

    @Autowired
    InboxMovesTest(Road road, Office office, People people, WebApplicationContext context) {
        this.road = road;
        this.office = office;
        this.people = people;
        this.hub = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void newcomers() {
        requester = people.person(Role.REQUESTER, Office.EAST);
        steward = people.person(Role.STEWARD, Office.EAST);
    }

    private UUID asked() {
        return road.ask(AskMother.create(CustomerMother.customer()), requester);
    }

    private ResultActions sent(Actor who, String path, String... namesAndValues) throws Exception {
        var call = post(path).with(csrf()).with(user(who.login())).param("who", requester.login());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            call.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return hub.perform(call);
    }

    private ResultActions listed(Actor who, String more) throws Exception {
        return hub.perform(
                get("/inbox?tab=waiting&who=" + requester.login() + more).with(user(who.login())));
    }

    @Test
    void a_return_is_taken_back_by_who_made_it_and_by_nobody_else() throws Exception {
        UUID request = asked();
        road.sendBack(request, "Since when?", List.of(), steward);
        Actor colleague = people.person(Role.STEWARD, Office.EAST);
        Actor stranger = people.person(Role.STEWARD, Office.SOUTH);
        sent(stranger, "/inbox/" + request + "/undo").andExpect(status().isNotFound());
        sent(colleague, "/inbox/" + request + "/undo")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Too late to undo")));
        sent(steward, "/inbox/" + request + "/undo").andExpect(status().isFound());
        assertThat(office.status(request)).isEqualTo(ChangeStatus.IN_REVIEW);
    }

    @Test
    void what_was_put_off_is_gone_from_his_list_and_from_no_other_until_he_wants_it_back() throws Exception {
        UUID request = asked();
        String number = office.request(request).number();
        Actor colleague = people.person(Role.STEWARD, Office.EAST);
        sent(steward, "/inbox/" + request + "/snooze", "until", "monday").andExpect(status().isFound());
        listed(steward, "").andExpect(content().string(not(containsString(number))));
        listed(steward, "&snoozed=true").andExpect(content().string(containsString(number)));
        listed(colleague, "").andExpect(content().string(containsString(number)));
        hub.perform(get("/inbox/" + request).with(user(steward.login())))
                .andExpect(content().string(containsString("You have put it off")));
        sent(steward, "/inbox/" + request + "/wake").andExpect(status().isFound());
        listed(steward, "").andExpect(content().string(containsString(number)));
    }

    @Test
    void a_day_that_is_none_or_is_over_is_refused() throws Exception {
        UUID request = asked();
        for (String day : List.of("", "yesterday", "2020-01-01", "9999-12-31", "2026-02-30")) {
            sent(steward, "/inbox/" + request + "/snooze", "date", day)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Which day?")));
        }
    }

    @Test
    void who_has_it_open_is_shown_to_the_other_and_not_to_himself() throws Exception {
        UUID request = asked();
        Actor colleague = people.person(Role.STEWARD, Office.EAST);
        hub.perform(get("/inbox/" + request).with(user(colleague.login())))
                .andExpect(content().string(not(containsString("has this request open"))));
        hub.perform(get("/inbox/" + request).with(user(steward.login())))
                .andExpect(content().string(containsString("Name of " + colleague.login() + " has this request open")));
        listed(steward, "").andExpect(content().string(containsString("inbox-claimed")));
        sent(steward, "/inbox/" + request + "/approve", "comment", "ok").andExpect(status().isFound());
        assertThat(office.status(request)).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_filter_with_a_name_is_kept_offered_and_opens_the_inbox() throws Exception {
        String name = "Mine " + System.nanoTime();
        sent(steward, "/inbox/filters?tab=changes&late=true", "name", name, "first", "true", "shared", "true")
                .andExpect(status().isFound());
        String there = "/inbox?tab=changes&who=" + requester.login() + "&late=true";
        hub.perform(get("/inbox").with(user(steward.login()))).andExpect(redirectedUrl(there));
        Actor colleague = people.person(Role.STEWARD, Office.EAST);
        listed(colleague, "").andExpect(content().string(containsString(name)));
        sent(steward, "/inbox/filters?tab=changes", "name", " ").andExpect(status().isFound());
    }

    @Test
    void nothing_selected_is_nothing_done() throws Exception {
        sent(steward, "/inbox/bulk", "verdict", "approve").andExpect(redirectedUrl("/inbox?who=" + requester.login()));
        String item = asked() + ":1";
        sent(steward, "/inbox/bulk", "verdict", "return", "item", item)
                .andExpect(redirectedUrl("/inbox?who=" + requester.login()));
        Actor stranger = people.person(Role.STEWARD, Office.SOUTH);
        sent(stranger, "/inbox/bulk", "verdict", "approve", "item", item)
                .andExpect(redirectedUrl("/inbox?who=" + requester.login()));
    }

    @Test
    void every_tab_opens_for_everybody_who_has_it() throws Exception {
        for (Role role : List.of(Role.STEWARD, Role.LEAD, Role.REQUESTER, Role.AUDITOR, Role.FINANCE)) {
            Actor who = people.person(role, Office.EAST);
            for (Tab tab : Tab.values()) {
                hub.perform(get("/inbox?tab=" + tab.key()).with(user(who.login())))
                        .andExpect(status().isOk());
            }
        }
    }
}
