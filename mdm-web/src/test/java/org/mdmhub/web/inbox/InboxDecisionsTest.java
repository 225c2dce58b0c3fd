package org.mdmhub.web.inbox;

import static org.hamcrest.Matchers.allOf;
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
import org.mdmhub.road.Road;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What is refused comes back as a page that says why, with the status that a machine would get. */
@WebTest
class InboxDecisionsTest {

    private final Road road;
    private final Office office;
    private final People people;
    private final MockMvc hub;
    private Actor requester = new Actor("nobody", java.util.Map.of());
    private Actor steward = requester;

    @Autowired
    InboxDecisionsTest(Road road, Office office, People people, WebApplicationContext context) {
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

    private ResultActions decided(Actor who, UUID request, String verdict, String... namesAndValues) throws Exception {
        MockHttpServletRequestBuilder sent = post("/inbox/{id}/{verdict}", request, verdict)
                .with(csrf())
                .with(user(who.login()))
                .param("comment", "as agreed");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return hub.perform(sent);
    }

    private ResultActions seen(Actor who, String path) throws Exception {
        return hub.perform(get(path).with(user(who.login())));
    }

    @Test
    void a_returned_block_has_no_form_and_is_sent_again_as_it_stands() throws Exception {
        var block = java.util.Map.<String, Object>of("scope", "ORDER", "reason", "overdue since May");
        UUID request = road.ask(AskMother.block(office.customer(), block), requester);
        road.sendBack(request, "Since when?", List.of(), steward);
        seen(requester, "/inbox/" + request)
                .andExpect(content().string(containsString("/requests/" + request + "/submit")))
                .andExpect(content().string(not(containsString("/requests/" + request + "/edit"))));
        hub.perform(post("/requests/{id}/submit", request).with(csrf()).with(user(requester.login())))
                .andExpect(status().isFound());
        seen(steward, "/inbox/" + request).andExpect(content().string(containsString("approve-form")));
    }

    @Test
    void an_approval_leads_back_to_the_request() throws Exception {
        UUID request = asked();
        decided(steward, request, "approve", "tab", "open").andExpect(redirectedUrl("/inbox/" + request + "?tab=open"));
    }

    @Test
    void the_author_is_kept_by_four_eyes() throws Exception {
        UUID request = road.ask(AskMother.create(CustomerMother.customer()), steward);
        decided(steward, request, "approve")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Four eyes")));
    }

    @Test
    void the_step_of_another_role_is_refused() throws Exception {
        Actor finance = people.person(Role.FINANCE, "GROUP");
        decided(finance, asked(), "approve")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Not your step")));
    }

    @Test
    void what_is_decided_already_is_a_conflict() throws Exception {
        UUID request = asked();
        office.approved(request);
        decided(steward, request, "return")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody was faster")));
    }

    @Test
    void a_decision_about_another_version_is_stale() throws Exception {
        decided(steward, asked(), "approve", "version", "99")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("has been changed since you opened it")));
    }

    @Test
    void a_field_that_moved_meanwhile_is_named() throws Exception {
        String code = office.customer();
        UUID first = road.ask(AskMother.update(code, 1, CustomerMother.fields("phone", "021-55550111")), requester);
        UUID second = road.ask(AskMother.update(code, 1, CustomerMother.fields("phone", "021-55550112")), requester);
        office.approved(first);
        decided(steward, second, "approve")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Changed meanwhile: Phone")));
    }

    @Test
    void a_double_is_refused_until_it_is_declared_another_one() throws Exception {
        var fields = CustomerMother.customer();
        String present = office.customer(fields);
        UUID request = road.ask(AskMother.create(fields), requester);
        decided(steward, request, "approve")
                .andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("It is there already"), containsString(present))));
        decided(steward, request, "approve", "distinctFrom", present).andExpect(status().is3xxRedirection());
    }

    @Test
    void a_return_says_what_is_to_be_mended() throws Exception {
        UUID request = asked();
        hub.perform(post("/inbox/{id}/return", request)
                        .with(csrf())
                        .with(user(steward.login()))
                        .param("fields", "name"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("A value is needed here.")));
        decided(steward, request, "return", "fields", "name").andExpect(status().is3xxRedirection());
    }

    @Test
    void what_he_may_not_see_is_not_there() throws Exception {
        Actor south = people.person(Role.STEWARD, Office.SOUTH);
        UUID request = asked();
        seen(south, "/inbox/" + request).andExpect(status().isNotFound());
        decided(south, request, "approve").andExpect(status().isNotFound());
        for (String path : List.of("/inbox/no-id", "/records/suppliers", "/records/customers/C999")) {
            seen(steward, path)
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(allOf(containsString("Not found"), not(containsString("Exception")))));
        }
    }

    @Test
    void a_draft_of_any_shape_can_be_looked_at() throws Exception {
        var odd = CustomerMother.customerWith("country", "China", "phone", List.of(1, 2), "creditLimit", "much");
        UUID draft = road.ask(AskMother.draft(AskMother.create(odd)), requester);
        seen(requester, "/inbox/" + draft).andExpect(status().isOk());
        road.withdraw(draft, requester);
        seen(requester, "/inbox/" + draft)
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("China"), containsString("1, 2"))));
        seen(requester, "/inbox?tab=mine").andExpect(status().isOk());
    }

    @Test
    void every_kind_of_request_says_what_it_wants_open_and_closed() throws Exception {
        String code = office.customer();
        var block = java.util.Map.<String, Object>of("scope", "ORDER", "reason", "overdue since May");
        shown(road.ask(AskMother.block(code, block), requester), "overdue since May", "Orders");
        shown(road.ask(AskMother.unblock(code, block), requester), "overdue since May", "Unblock a customer");
        shown(
                road.ask(
                        AskMother.extend(code, Office.SOUTH, CustomerMother.fields("salesOwner", "Mei")),
                        office.lead()),
                "Mei",
                "Sales owner");
        shown(road.ask(AskMother.retire(code), requester), "Retire a customer", code);
    }

    private void shown(UUID request, String... words) throws Exception {
        for (boolean open : new boolean[] {true, false}) {
            for (String word : words) {
                seen(people.person(Role.LEAD, "GROUP"), "/inbox/" + request)
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString(word)));
            }
            if (open) {
                road.approve(request, null, List.of(), people.person(Role.LEAD, "GROUP"));
            }
        }
    }

    @Test
    void a_filter_that_cannot_be_read_is_told() throws Exception {
        seen(steward, "/inbox?after=PRETTY")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("This address cannot be read")));
    }

    @Test
    void nobody_decides_without_the_right_or_the_token_of_the_page() throws Exception {
        UUID request = asked();
        decided(people.person(Role.AUDITOR, "GROUP"), request, "approve").andExpect(status().isForbidden());
        hub.perform(post("/inbox/{id}/approve", request).with(user(steward.login())))
                .andExpect(status().isForbidden());
    }
}
