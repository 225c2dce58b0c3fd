package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mdmhub.mother.CustomerMother.customer;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.coding.Codes;
import org.mdmhub.coding.IssuedCode;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.source.ForeignKeys;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class CreateTest {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    Codes codes;

    @Autowired
    ForeignKeys keys;

    @Test
    void an_approved_create_writes_the_record_its_code_and_the_ledger() {
        Actor steward = office.steward();
        Map<String, Object> fields = customer();
        UUID id = office.asked(fields);

        assertThat(office.status(id)).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThat(road.approve(id, "fine", List.of(), steward)).isEqualTo(ChangeStatus.APPLIED);

        ChangeRequest request = office.request(id);
        MasterRecord record = office.record(office.codeOf(id));
        assertThat(request.appliedAt()).isNotNull();
        assertThat(record.status()).isEqualTo(RecordStatus.ACTIVE);
        assertThat(record.version()).isEqualTo(1);
        assertThat(record.orgUnitId()).isEqualTo(office.unit(Office.EAST));
        assertThat(record.code()).matches("C\\d{9}");
        assertThat(office.values(record.code()).asMap())
                .containsAllEntriesOf(fields)
                .containsEntry("accountGroup", "LEGAL_ENTITY");
        IssuedCode entry = codes.find("customers", record.code()).orElseThrow();
        assertThat(entry.state()).isEqualTo(IssuedCode.State.ISSUED);
        assertThat(entry.recordId()).isEqualTo(record.id());
        assertThat(entry.who()).isEqualTo(request.requestedBy());
        assertThat(entry.why()).isEqualTo("a new customer");
    }

    @Test
    void a_product_goes_down_the_same_road() {
        String code = office.product(fields("name", NameMother.trade(6), "baseUnit", "PCS", "taxRate", 0.13));

        assertThat(code).matches("P\\d{9}");
        assertThat(office.values(code).get("taxRate")).hasToString("0.13");
    }

    @Test
    void a_create_with_an_error_is_refused_and_nothing_is_stored() {
        Actor asker = office.requester();
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> road.ask(AskMother.create(customerWith("creditCode", "91110000600037341M")), asker));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.INVALID);
        assertThat(refused.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.pointer()).isEqualTo("/fields/creditCode"));
    }

    @Test
    void a_create_without_a_name_is_refused() {
        Refused refused =
                catchThrowableOfType(Refused.class, () -> office.asked(fields("name", "\u200B ", "city", "上海市")));

        assertThat(refused.findings()).extracting("code").containsExactly("required");
    }

    @Test
    void a_create_for_an_organisation_that_is_not_his_is_refused() {
        Ask ask = Ask.create("customers", Office.SOUTH, customer(), "not mine");
        Actor asker = office.requester();

        Refused refused = catchThrowableOfType(Refused.class, () -> road.ask(ask, asker));

        assertThat(refused.findings()).extracting("pointer").containsExactly("/orgUnit");
    }

    @Test
    void the_key_of_the_source_leads_to_the_record() {
        String key = "003-" + NameMother.number();
        String code = office.done(AskMother.create(customer()).from("crm", key));

        assertThat(keys.find("crm", "customers", key)).contains(office.id(code));
    }

    @Test
    void the_same_key_of_a_source_is_asked_for_only_once() {
        Ask ask = AskMother.create(customer()).from("crm", "004-" + NameMother.number());
        road.ask(ask, office.requester());
        Actor second = office.requester();

        Refused refused = catchThrowableOfType(Refused.class, () -> road.ask(ask, second));

        assertThat(refused.findings()).extracting("code").containsExactly("taken");
    }

    @Test
    void a_name_of_300_characters_outside_the_basic_plane_goes_down_the_road() {
        String name = "\uD840\uDC00".repeat(299) + "\uD840\uDC0B";

        String code = office.customer(fields("name", name));

        assertThat(office.values(code).text("name")).isEqualTo(name);
    }

    @Test
    void the_number_of_a_request_is_short_and_its_own() {
        ChangeRequest one = office.request(office.asked(customer()));
        ChangeRequest other = office.request(office.asked(customer()));

        assertThat(one.number()).matches("R\\d{8}-\\d{4,}").isNotEqualTo(other.number());
    }
}
