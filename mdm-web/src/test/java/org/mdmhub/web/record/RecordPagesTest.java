package org.mdmhub.web.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.history.History;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.ProductMother;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Road;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@WebTest
class RecordPagesTest {

    private static final String CUSTOMERS = "/records/customers/";

    private final Office office;
    private final Road road;
    private final History history;
    private final People people;
    private final Desk desk;
    private Actor steward = new Actor("nobody", Map.of());

    @Autowired
    RecordPagesTest(Office office, Road road, History history, People people, WebApplicationContext context) {
        this.office = office;
        this.road = road;
        this.history = history;
        this.people = people;
        this.desk = new Desk(context);
    }

    @BeforeEach
    void newcomer() {
        steward = people.person(Role.STEWARD, Office.EAST);
    }

    private String child(String parent, String name) {
        return office.customer(fields("name", name, "relations", List.of(fields("kind", "PARENT", "code", parent))));
    }

    @Test
    void relations_are_shown_both_ways_with_names() {
        String parentName = NameMother.company();
        String childName = NameMother.company();
        String parent = office.customer(CustomerMother.named(parentName));
        String child = child(parent, childName);
        assertThat(desk.page(steward, CUSTOMERS + child)).contains(parent + " " + parentName);
        assertThat(desk.page(steward, CUSTOMERS + parent)).contains("Named by", child + " " + childName);
    }

    @Test
    void a_plain_field_that_names_a_master_leads_to_it() {
        String name = NameMother.trade(6);
        String next = office.product(fields("name", name, "baseUnit", "PCS"));
        String old = office.product(ProductMother.productWith("successor", next));
        assertThat(desk.page(steward, "/records/products/" + old)).contains(next + " " + name);
        assertThat(desk.page(steward, "/records/products/" + next)).contains("Named by", old);
    }

    @Test
    void hidden_others_are_not_named() {
        String name = NameMother.company();
        String parent = office.customer();
        String hidden = child(parent, name);
        office.done(AskMother.extend(parent, Office.SOUTH, fields()));
        String page = desk.page(people.person(Role.STEWARD, Office.SOUTH), CUSTOMERS + parent);
        assertThat(page).contains(parent).doesNotContain(hidden, name, "Named by");
    }

    @Test
    void the_record_is_shown_as_it_stood_then() {
        String code = office.customer(CustomerMother.customerWith("phone", "021-55550601"));
        long id = office.id(code);
        Instant then = office.seeingAll(() -> history.of("customers", id, Long.MAX_VALUE, 1))
                .get(0)
                .at();
        office.updated(code, fields("phone", "021-55550602"));
        String past = desk.page(steward, CUSTOMERS + code + "?asOf=" + then);
        assertThat(past)
                .contains("As it stood at", "50601</span>")
                .doesNotContain("50602</span>\n              <button", ">Edit<");
        String today = desk.page(steward, CUSTOMERS + code);
        assertThat(today).contains(">Edit<", "data-copy=\"+862155550602\"").doesNotContain("As it stood at");
        assertThat(past).doesNotContain("data-copy=\"+862155550602\"");
        assertThat(desk.page(steward, CUSTOMERS + code + "?asOf=2001-01-01")).contains("did not exist yet");
        assertThat(desk.get(steward, CUSTOMERS + code + "?asOf=then").getStatus())
                .isEqualTo(400);
    }

    @Test
    void who_changed_a_field_is_told_with_reason_old_and_new() {
        String code = office.customer(CustomerMother.customerWith("phone", "021-55550611"));
        UUID update = office.askedUpdate(code, fields("phone", "021-55550612"));
        office.approved(update);
        office.updated(code, fields("city", "上海市"));
        String page = desk.page(steward, CUSTOMERS + code + "/fields/phone");
        assertThat(page)
                .contains("Who changed Phone?", "+86215555061", "the facts have changed", "Creation", "Change")
                .doesNotContain("上海市");
        String beside = Desk.text(desk.fragment(steward, CUSTOMERS + code + "/fields/phone"));
        assertThat(beside).contains("+862155550611").doesNotContain("<html");
        assertThat(desk.get(steward, CUSTOMERS + code + "/fields/nothing").getStatus())
                .isEqualTo(404);
        assertThat(desk.get(people.person(Role.STEWARD, Office.SOUTH), CUSTOMERS + code + "/fields/phone")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_history_is_narrowed_by_field_and_by_person() {
        String code = office.customer(CustomerMother.customerWith("phone", "021-55550621"));
        Actor requester = people.person(Role.REQUESTER, Office.EAST);
        UUID theirs = road.ask(AskMother.update(code, 1, fields("city", "苏州市")), requester);
        office.approved(theirs);
        String byField = desk.page(steward, CUSTOMERS + code + "?field=city");
        assertThat(byField).contains("苏州市", ">Change<").doesNotContain(">Creation<");
        String byPerson = desk.page(steward, CUSTOMERS + code + "?person=" + requester.login());
        assertThat(byPerson).contains("Name of " + requester.login()).doesNotContain(">Creation<");
    }

    @Test
    void an_open_request_is_announced_to_those_who_may_see_requests() {
        String code = office.customer();
        UUID open = office.askedUpdate(code, fields("phone", "021-55550631"));
        String number = office.request(open).number();
        assertThat(desk.page(steward, CUSTOMERS + code)).contains("Open requests on this record: 1", number);
        assertThat(desk.page(people.person(Role.INTEGRATOR, "GROUP"), CUSTOMERS + code))
                .doesNotContain(number, ">Edit<");
    }

    @Test
    void blocks_stand_in_front_and_empty_fields_are_folded() {
        String code = office.customer();
        office.done(AskMother.block(code, Map.of("scope", "ALL", "reason", "they do not pay")));
        String page = desk.page(steward, CUSTOMERS + code);
        assertThat(page).contains("Blocked: Everything", "they do not pay", ">Unblock<", "rec-empty");
        assertThat(page).contains("id=\"field-taxId\"");
    }

    @Test
    void the_invoice_block_is_copied_whole() {
        String name = NameMother.company();
        String code =
                office.customer(fields("name", name, "invoiceBank", "招商银行", "invoiceAccount", "6225880112345678"));
        assertThat(desk.page(steward, CUSTOMERS + code))
                .contains("data-copy=\"Name: " + name, "Bank: 招商银行")
                .contains("data-copied=\"Invoice block copied\"");
    }
}
