package org.toy.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.mdmhub.HubTest;
import org.mdmhub.coding.Codes;
import org.mdmhub.coding.IssuedCode;
import org.mdmhub.history.History;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordList;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.FourEyes;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** A third kind of master goes down the whole road, and nothing of the hub was touched for it. */
@HubTest
@ContextConfiguration(classes = SupplierHub.class)
@Execution(ExecutionMode.SAME_THREAD)
class SupplierTest {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    MasterRecords records;

    @Autowired
    RecordList list;

    @Autowired
    History history;

    @Autowired
    Codes codes;

    @Test
    void a_supplier_is_asked_for_approved_coded_changed_found_and_remembered() {
        String name = NameMother.company();
        UUID create = asked(fields("name", name, "iban", "de89 3704 0044 0532 0130 00", "rating", 3));
        assertThat(office.approved(create)).isEqualTo(ChangeStatus.APPLIED);
        String code = office.codeOf(create);

        assertThat(code).matches("S\\d{5}");
        assertThat(codes.check("suppliers", code).valid()).isTrue();
        assertThat(codes.find("suppliers", code).orElseThrow().state()).isEqualTo(IssuedCode.State.ISSUED);

        UUID update =
                road.ask(Ask.update("suppliers", code, 1, fields("rating", 5), "they deliver"), office.requester());
        assertThat(office.approved(update)).isEqualTo(ChangeStatus.APPLIED);

        MasterRecord record =
                office.seeingAll(() -> records.find("suppliers", code).orElseThrow());
        assertThat(record.version()).isEqualTo(2);
        assertThat(office.seeingAll(() -> records.values("suppliers", record)).asMap())
                .containsEntry("name", name)
                .containsEntry("iban", "DE89370400440532013000")
                .containsEntry("rating", 5);
        List<HistoryEntry> entries = office.seeingAll(() -> history.of("suppliers", record.id(), Long.MAX_VALUE, 10));
        assertThat(entries.get(0).changes()).containsExactly(new FieldChange("rating", 3, 5));
        assertThat(entries.get(1).changes()).hasSize(3);
        assertThat(found(name.substring(2, 6))).containsExactly(code);
        assertThat(found("de8937040044")).contains(code);
        assertThat(office.seeingAll(() -> records.find("customers", code))).isEmpty();
    }

    @Test
    void the_gate_the_match_and_the_four_eyes_hold_for_suppliers_too() {
        Map<String, Object> fields = fields("name", NameMother.company(), "iban", "NL91ABNA0417164300");
        assertThat(office.approved(asked(fields))).isEqualTo(ChangeStatus.APPLIED);
        UUID twice = asked(fields);
        Actor steward = office.steward();
        UUID own =
                road.ask(Ask.create("suppliers", Office.EAST, fields("name", NameMother.company()), "mine"), steward);

        assertThatThrownBy(() -> asked(fields("rating", 1)))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.INVALID));
        assertThatThrownBy(() -> road.approve(twice, null, List.of(), steward))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.DUPLICATE));
        assertThatThrownBy(() -> road.approve(own, null, List.of(), steward)).isInstanceOf(FourEyes.class);
    }

    private UUID asked(Map<String, Object> fields) {
        return road.ask(Ask.create("suppliers", Office.EAST, fields, "a new supplier"), office.requester());
    }

    private List<String> found(String q) {
        return office.seeingAll(() -> list.page(new RecordList.Query("suppliers", q, null, null, null, 0, 10))).stream()
                .map(MasterRecord::code)
                .toList();
    }
}
