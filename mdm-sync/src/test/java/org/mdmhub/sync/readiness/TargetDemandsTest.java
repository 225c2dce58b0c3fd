package org.mdmhub.sync.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.Office;
import org.mdmhub.quality.Occasion;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.Finding.Severity;
import org.mdmhub.sync.mapping.DefaultMappings;
import org.mdmhub.sync.mapping.Mappings;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said of a record that a target would refuse. */
@HubTest
class TargetDemandsTest {

    @Autowired
    private TargetDemands demands;

    @Autowired
    private Targets targets;

    @Autowired
    private DefaultMappings defaults;

    @Autowired
    private Mappings mappings;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient jdbc;

    private String target = "";

    @BeforeEach
    void a_target_of_its_own() {
        target = "d" + UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("insert into source_system (code, name, name_zh) values (?, 'test', '测试')")
                .param(target)
                .update();
    }

    @AfterEach
    void it_demands_no_more() {
        put("kingdee", Target.Mode.OFF);
    }

    private void put(String connector, Target.Mode mode) {
        targets.put(
                new Target(
                        target,
                        connector,
                        mode,
                        List.of("customers", "products"),
                        URI.create("http://nowhere.invalid/"),
                        Map.of(),
                        0,
                        false,
                        null,
                        null),
                null);
        defaults.load(target, connector, "customers");
        defaults.load(target, connector, "products");
    }

    private void demand(String field, String column, Object value) {
        jdbc.sql("update field_mapping set " + column + " = ? where target = ? and target_field = ?")
                .params(value, target, field)
                .update();
    }

    /** Only what this target says; other tests may have targets of their own. */
    private List<Finding> said(String type, Map<String, Object> before, Map<String, Object> after) {
        return office
                .seeingAll(() -> demands.check(Occasion.of(type), FieldValues.of(before), FieldValues.of(after)))
                .stream()
                .filter(finding -> finding.args().get(0).equalsIgnoreCase(target))
                .toList();
    }

    private List<Finding> said(String type, Map<String, Object> after) {
        return said(type, Map.of(), after);
    }

    @Test
    void a_unit_that_the_erp_does_not_know_is_a_warning_that_names_our_field_and_theirs() {
        put("kingdee", Target.Mode.LIVE);

        assertThat(said("products", Map.of("name", "膜", "baseUnit", "ROLL")))
                .extracting(
                        Finding::pointer,
                        Finding::severity,
                        Finding::code,
                        finding -> finding.args().subList(1, 4))
                .containsExactly(tuple(
                        "/fields/baseUnit",
                        Severity.WARNING,
                        "targetLookup",
                        List.of("field.products.baseUnit", "SubHeadEntity.FBaseUnitId.FNumber", "ROLL")));
        assertThat(said("products", Map.of("name", "膜", "baseUnit", "KG"))).isEmpty();
        assertThat(said("products", Map.of("name", "膜")))
                .extracting(Finding::code)
                .containsExactly("targetRequired");
    }

    @Test
    void lengths_of_the_crm_are_known_from_the_start() {
        put("salesforce", Target.Mode.LIVE);

        assertThat(said("customers", Map.of("name", "名".repeat(256), "city", "市".repeat(41), "phone", "1".repeat(40))))
                .extracting(Finding::pointer, finding -> finding.args().get(3))
                .containsExactlyInAnyOrder(tuple("/fields/name", "255"), tuple("/fields/city", "40"));
    }

    @Test
    void forms_and_parts_of_lists_are_looked_at_and_a_changed_mapping_counts_at_once() {
        put("kingdee", Target.Mode.LIVE);
        Map<String, Object> customer = Map.of(
                "name", "远大", "postalCode", "20000", "contacts", List.of(Map.of("phone", "1"), Map.of("name", "张敏")));
        assertThat(said("customers", customer)).isEmpty();

        demand("FZIP", "pattern", "[0-9]{6}");
        demand("FT_BD_CUSTCONTACT.FMOBILE", "required", true);

        assertThat(said("customers", customer))
                .extracting(Finding::pointer, Finding::code)
                .containsExactlyInAnyOrder(
                        tuple("/fields/postalCode", "targetPattern"),
                        tuple("/fields/contacts/1/phone", "targetRequired"));
    }

    @Test
    void the_owner_chooses_whether_it_is_said_and_whether_it_stops() {
        put("kingdee", Target.Mode.LIVE);
        Map<String, Object> roll = Map.of("name", "膜", "baseUnit", "ROLL");
        targets.choose(target, Target.Readiness.STOP);

        assertThat(said("products", roll)).extracting(Finding::severity).containsExactly(Severity.ERROR);
        assertThat(said("products", roll, Map.of("name", "薄膜", "baseUnit", "ROLL")))
                .as("what the record has already does not keep one from changing something else")
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);

        targets.choose(target, Target.Readiness.OFF);
        assertThat(said("products", roll)).isEmpty();

        targets.choose(target, Target.Readiness.WARN);
        put("kingdee", Target.Mode.SHADOW);
        assertThat(said("products", roll)).isEmpty();
    }

    @Test
    void an_empty_tax_number_means_the_credit_code_and_an_empty_title_the_name() {
        put("kingdee", Target.Mode.LIVE);
        var none = FieldValues.of(Map.of("name", "远大", "creditCode", "91110000600037341L"));
        var own = none.with(Map.of("taxId", "110105123456789", "invoiceTitle", "远大集团"));

        assertThat(document(none))
                .containsEntry("FTAXREGISTERCODE", "91110000600037341L")
                .containsEntry("FINVOICETITLE", "远大");
        assertThat(document(own))
                .containsEntry("FTAXREGISTERCODE", "110105123456789")
                .containsEntry("FINVOICETITLE", "远大集团");
    }

    private Map<String, Object> document(FieldValues values) {
        return office.seeingAll(() -> FieldValues.of(
                        mappings.document(target, "customers", new Mappings.Source("C1", "ACTIVE", 1, values), false))
                .asMap());
    }
}
