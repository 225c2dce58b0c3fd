package org.mdmhub.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.Office;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.springframework.beans.factory.annotation.Autowired;

/** Items of lists at the gate. */
@HubTest
class ListItemsTest {

    @Autowired
    QualityGate gate;

    @Autowired
    Office office;

    @Test
    void a_phone_in_a_list_is_read_by_the_country_of_the_record_too() {
        Checked checked = gate("country", "DE", "contacts", List.of(Map.of("phone", "030 123456")));

        assertThat(checked.after().list("contacts").get(0)).containsEntry("phone", "+4930123456");
    }

    @Test
    void an_item_without_an_id_gets_one_and_one_with_an_id_keeps_it() {
        Checked checked = gate("contacts", List.of(Map.of("name", "王"), Map.of("id", "mine", "name", "李")));

        assertThat(checked.after().list("contacts").get(0).get("id")).asString().hasSize(36);
        assertThat(checked.after().list("contacts").get(1)).containsEntry("id", "mine");
    }

    @ParameterizedTest
    @CsvSource({
        "age, 7, /fields/contacts/0/age, unknownField",
        "phone, 7, /fields/contacts/0/phone, type",
        "id, 7, /fields/contacts/0/id, type"
    })
    void a_wrong_item_is_told_at_its_place(String key, int value, String pointer, String code) {
        List<Finding> findings = check("contacts", List.of(fields("name", "王", key, value)));

        assertThat(findings).extracting(Finding::pointer, Finding::code).containsExactly(tuple(pointer, code));
    }

    @Test
    void two_items_with_one_id_an_empty_item_and_something_else_than_an_item_are_errors() {
        List<Finding> findings = check(
                "contacts", List.of(Map.of("id", "a", "name", "王"), Map.of("id", "a", "name", "李"), Map.of(), "王"));

        assertThat(findings)
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(
                        tuple("/fields/contacts/1/id", "duplicateId"),
                        tuple("/fields/contacts/2", "emptyItem"),
                        tuple("/fields/contacts/3", "type"));
    }

    @Test
    void a_relation_names_a_master_that_is_there() {
        String code = office.customer();
        assertThat(check("relations", List.of(Map.of("kind", "PARENT", "code", code))))
                .isEmpty();
        assertThat(check("relations", List.of(Map.of("kind", "PARENT", "code", "C000000000"))))
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(tuple("/fields/relations/0/code", "master"));
    }

    private List<Finding> check(String field, Object value) {
        return gate(field, value).findings();
    }

    /** The gate's word on a customer that has a name and, beside it, these fields; null ones are left out. */
    private Checked gate(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> raw = fields(keysAndValues);
        raw.values().removeIf(value -> value == null);
        FieldValues named = FieldValues.of(Map.of("name", "无名"));
        return office.seeingAll(() -> gate.check(Occasion.of("customers"), named, raw));
    }
}
