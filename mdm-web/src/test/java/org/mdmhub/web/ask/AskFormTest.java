package org.mdmhub.web.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mdmhub.web.PageToken.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Road;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The forms without a browser: what is refused, what is kept, and what comes back as it was typed. */
@WebTest
class AskFormTest {

    private static final String ODD = "<b onclick=\"x()\">'\"&amp;</b>\uD840\uDC00";

    @Autowired
    private Road road;

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @Autowired
    private WebApplicationContext context;

    private MockMvc hub = MockMvcBuilders.standaloneSetup().build();
    private Actor requester = new Actor("nobody", Map.of());

    @BeforeEach
    void newcomer() {
        hub = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        requester = people.person(Role.REQUESTER, Office.EAST);
    }

    private ResultActions posted(String path, String... namesAndValues) throws Exception {
        MockHttpServletRequestBuilder sent = post(path).with(csrf()).with(user(requester.login()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return hub.perform(sent);
    }

    private ResultActions seen(String path) throws Exception {
        return hub.perform(get(path).with(user(requester.login())));
    }

    private static UUID id(ResultActions answer) {
        String location = String.valueOf(answer.andReturn().getResponse().getRedirectedUrl());
        return UUID.fromString(location.replaceAll(".*?([0-9a-f]{8}-[0-9a-f-]{27}).*", "$1"));
    }

    @Test
    void what_is_refused_comes_back_with_all_that_was_typed() throws Exception {
        posted("/records/customers/new/send", "name", "", "street", ODD, "creditLimit", "much", "ask.reason", ODD)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"much\""),
                                containsString("A number is needed"),
                                containsString("A value is needed here."),
                                containsString("&lt;b onclick="),
                                not(containsString("<b onclick")))));
    }

    @Test
    void a_pasted_block_fills_its_fields_and_says_what_it_took_from_where() throws Exception {
        posted(
                        "/records/customers/new/check",
                        "name",
                        "",
                        "creditCode",
                        "",
                        "ask.paste",
                        "开票资料\n名称：远大贸易有限公司\n地址、电话：上海市世纪大道100号 021-55550100\n帐 号：6222 0202 0011")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"远大贸易有限公司\""),
                                containsString("value=\"上海市世纪大道100号\""),
                                containsString("value=\"021-55550100\""),
                                containsString("value=\"622202020011\""),
                                containsString("Taken from “帐 号：6222 0202 0011”"),
                                containsString("4 details were taken from the text"),
                                containsString("Not used: 开票资料"))));
    }

    @Test
    void a_mistyped_credit_code_is_repaired_by_one_button_without_script() throws Exception {
        posted("/records/customers/new/check", "name", "远大", "creditCode", "9111000060003734IL")
                .andExpect(content().string(containsString("value=\"creditCode=91110000600037341L\"")));
        posted(
                        "/records/customers/new/check",
                        "name",
                        "远大",
                        "creditCode",
                        "9111000060003734IL",
                        "ask.take",
                        "creditCode=91110000600037341L")
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"91110000600037341L\""),
                                containsString("Enterprise, registered in 北京市"))));
    }

    @Test
    void what_is_done_to_a_value_is_said_beside_it() throws Exception {
        posted("/records/customers/new/check", "name", "远大\u200B", "phone", "０２１－５５５５０１００", "lei", "5493 001k")
                .andExpect(content()
                        .string(allOf(
                                containsString("invisible characters taken out; will be stored as 远大"),
                                containsString(
                                        "full-width characters folded, brought into international form; will be stored as"
                                                + " +862155550100"),
                                not(containsString("blanks at the ends")))));
    }

    @Test
    void an_empty_form_makes_no_draft() throws Exception {
        posted("/records/customers/new/save", "name", "", "country", "CN", "accountGroup", "LEGAL_ENTITY")
                .andExpect(status().isUnprocessableContent());
        hub.perform(post("/records/customers/new/save")
                        .with(csrf())
                        .with(user(requester.login()))
                        .header("HX-Request", "true")
                        .param("country", "CN"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Not saved yet")));
    }

    @Test
    void signs_of_every_kind_go_through_every_text_field_and_come_back() throws Exception {
        String name = NameMother.company() + ODD;
        ResultActions saved = posted(
                "/records/customers/new/save",
                "name",
                name,
                "street",
                ODD,
                "ask.list.contacts",
                "1",
                "contacts[0].name",
                ODD,
                "ask.reason",
                ODD);
        saved.andExpect(redirectedUrlPattern("/requests/*/edit"));
        UUID id = id(saved);
        assertThat(office.request(id).wish().fields())
                .containsEntry("name", name)
                .containsEntry("street", ODD);
        seen("/requests/" + id + "/edit")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("\uD840\uDC00"), not(containsString("<b onclick")))));
        seen("/inbox/" + id).andExpect(content().string(not(containsString("<b onclick"))));
    }

    @Test
    void only_what_differs_is_sent_and_an_emptied_field_is_cleared() throws Exception {
        String code = office.customer(CustomerMother.customerWith("phone", "021-55550100", "website", "x.example"));
        var now = office.values(code);
        ResultActions sent = posted(
                "/records/customers/" + code + "/edit/send",
                "ask.base",
                "1",
                "name",
                String.valueOf(now.get("name")),
                "phone",
                "+862155550100",
                "website",
                "");
        sent.andExpect(redirectedUrlPattern("/inbox/*"));
        assertThat(office.request(id(sent)).wish().fields()).containsOnlyKeys("website");
        assertThat(office.request(id(sent)).wish().fields().get("website")).isNull();
    }

    @Test
    void a_stale_form_shows_three_sides_and_loses_nothing() throws Exception {
        String code = office.customer(CustomerMother.customerWith("phone", "021-55550100"));
        office.updated(code, CustomerMother.fields("phone", "021-55550111"));
        posted("/records/customers/" + code + "/edit/send", "ask.base", "1", "phone", "021-55550122")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("+862155550100"),
                                containsString("+862155550111"),
                                containsString("+862155550122"),
                                containsString("name=\"ask.base\" value=\"2\""))));
    }

    @Test
    void two_windows_with_one_draft_overwrite_nothing_unseen() throws Exception {
        UUID id = road.ask(AskMother.draft(AskMother.create(CustomerMother.customer())), requester);
        String path = "/requests/" + id + "/edit/save";
        posted(path, "ask.version", "1", "name", "one").andExpect(redirectedUrlPattern("/requests/*/edit"));
        posted(path, "ask.version", "1", "name", "other")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("This draft was saved somewhere else"),
                                containsString("The saved one differs in: Name"),
                                containsString("value=\"other\""))));
        assertThat(office.request(id).wish().fields()).containsEntry("name", "one");
    }

    @Test
    void rows_are_added_and_taken_away_without_script() throws Exception {
        posted("/records/customers/new/check", "name", "n", "ask.list.contacts", "1", "ask.add", "contacts")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"contacts[0].name\"")));
        posted(
                        "/records/customers/new/check",
                        "name",
                        "n",
                        "ask.list.contacts",
                        "1",
                        "contacts[0].name",
                        "first",
                        "contacts[1].name",
                        "second",
                        "ask.remove",
                        "contacts[0]")
                .andExpect(content().string(allOf(containsString("second"), not(containsString("value=\"first\"")))));
    }

    @Test
    void a_block_is_asked_for_and_its_errors_stand_at_the_field() throws Exception {
        String code = office.customer();
        posted("/records/customers/" + code + "/block", "scope", "ORDER", "from", "soon", "reason", "unpaid")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("A date is needed"), containsString("unpaid"))));
        ResultActions sent = posted("/records/customers/" + code + "/block", "scope", "ORDER", "reason", "unpaid");
        sent.andExpect(redirectedUrlPattern("/inbox/*"));
        assertThat(office.request(id(sent)).kind()).isEqualTo(ChangeKind.BLOCK);
        assertThat(office.approved(id(sent))).isEqualTo(ChangeStatus.APPLIED);
        seen("/records/customers/" + code + "/unblock").andExpect(content().string(containsString("unpaid")));
        posted("/records/customers/" + code + "/unblock", "which", "ORDER|")
                .andExpect(redirectedUrlPattern("/inbox/*"));
    }

    @Test
    void what_is_hidden_can_be_asked_for_but_is_not_told() throws Exception {
        String code = office.customer();
        requester = people.person(Role.REQUESTER, Office.SOUTH);
        String name = String.valueOf(office.values(code).get("name"));
        seen("/records/customers/" + code + "/edit").andExpect(status().isNotFound());
        seen("/records/customers/" + code + "/extend")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(name))));
        posted("/records/customers/new/use", "name", name, "ask.use", code)
                .andExpect(redirectedUrlPattern("/records/customers/*/extend"));
        posted("/records/customers/" + code + "/extend", "ask.unit", Office.SOUTH, "paymentTerms", "N30")
                .andExpect(redirectedUrlPattern("/inbox/*"));
    }

    @Test
    void a_returned_request_tells_what_is_to_be_mended() throws Exception {
        UUID request = road.ask(AskMother.create(CustomerMother.customer()), requester);
        road.sendBack(request, "look at it", List.of("name"), office.steward());
        seen("/requests/" + request + "/edit")
                .andExpect(content().string(allOf(containsString("look at it"), containsString("to be mended"))));
    }
}
