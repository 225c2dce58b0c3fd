package org.mdmhub.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.matching.Candidate;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.matching.Matching;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Scope;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.QualityGate;
import org.mdmhub.record.AttributeDefinition;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.mdmhub.setting.Settings;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class CategoryTest {

    private static final Map<String, Object> DIAMETER = attribute("x_bore", "NUMBER", true);
    private static final Map<String, Object> LENGTH = attribute("x_reach", "NUMBER", true);

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    Settings settings;

    @Autowired
    Categories categories;

    @Autowired
    MasterTypes types;

    @Autowired
    QualityGate gate;

    @Autowired
    Matching matching;

    private final String top = "T" + UUID.randomUUID().toString().substring(0, 8);
    private final String leaf = "L" + UUID.randomUUID().toString().substring(0, 8);

    private static Map<String, Object> attribute(String key, String kind, boolean required) {
        return Map.of("key", key, "kind", kind, "label", key, "labelZh", key, "unit", "MM", "required", required);
    }

    private void laid(String code, Map<String, Object> content) {
        UUID id = road.ask(
                Ask.setting("categories", ChangeKind.CREATE, "products/" + code, null, new HashMap<>(content), "new"),
                office.lead());
        road.approve(id, null, List.of(), office.lead());
    }

    private void tree() {
        laid(top, Map.of("nameZh", "紧固件", "attributes", List.of(DIAMETER)));
        laid(
                leaf,
                Map.of(
                        "nameZh",
                        "六角头螺栓",
                        "parent",
                        top,
                        "attributes",
                        List.of(LENGTH),
                        "nameTemplate",
                        "{name} M{x_bore}×{x_reach}"));
    }

    private List<Finding> findings(Map<String, Object> fields) {
        Map<String, @Nullable Object> raw = new HashMap<>(fields);
        return Scope.system(
                "test",
                () -> gate.check(Occasion.of("products"), FieldValues.none(), raw)
                        .findings());
    }

    @Test
    void a_node_asks_for_what_the_nodes_above_it_ask_for_in_their_order() {
        tree();
        assertThat(categories.tree("products").attributes(leaf))
                .extracting(CategoryAttribute::key)
                .containsExactly("x_bore", "x_reach");
        assertThat(types.attributes("products"))
                .extracting(AttributeDefinition::key)
                .contains("x_bore", "x_reach");
        assertThat(findings(Map.of("name", "螺栓", "baseUnit", "PCS", "category", leaf, "x_bore", 8)))
                .anySatisfy(finding -> {
                    assertThat(finding.pointer()).isEqualTo("/fields/x_reach");
                    assertThat(finding.code()).isEqualTo("required");
                    assertThat(finding.stops()).isTrue();
                });
    }

    @Test
    void the_template_builds_the_name_once_all_is_told() {
        tree();
        CategoryTree tree = categories.tree("products");
        FieldValues whole = FieldValues.of(Map.of("x_bore", new BigDecimal("8"), "x_reach", new BigDecimal("40")));
        assertThat(tree.name(leaf, whole)).isEqualTo("六角头螺栓 M8×40");
        assertThat(tree.name(leaf, FieldValues.of(Map.of("x_bore", BigDecimal.ONE))))
                .isEmpty();
        assertThat(findings(Map.of("name", "螺栓", "baseUnit", "PCS", "category", leaf, "x_bore", 8, "x_reach", 40)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.suggestion()).isEqualTo("六角头螺栓 M8×40"));
    }

    @Test
    void what_does_not_belong_to_a_category_is_a_warning_and_so_is_a_code_in_another_spelling() {
        tree();
        assertThat(findings(Map.of("name", "螺栓", "baseUnit", "PCS", "category", top, "x_bore", 8, "x_reach", 40)))
                .extracting(Finding::code, Finding::stops)
                .containsExactly(org.assertj.core.api.Assertions.tuple("notOfCategory", false));
        assertThat(findings(
                        Map.of("name", "螺栓", "baseUnit", "PCS", "category", leaf.toLowerCase(java.util.Locale.ROOT))))
                .extracting(Finding::code, Finding::stops)
                .containsExactly(org.assertj.core.api.Assertions.tuple("category", false));
        assertThat(findings(Map.of("name", "螺栓", "baseUnit", "PCS", "category", "none of these")))
                .as("free text")
                .isEmpty();
    }

    @Test
    void a_circle_an_unknown_parent_and_a_key_of_two_kinds_are_refused() {
        tree();
        assertThat(codes(top, Map.of("parent", leaf), ChangeKind.UPDATE)).contains("categoryCycle");
        String fresh = "F" + leaf;
        assertThat(codes(fresh, Map.of("nameZh", "新", "parent", "nowhere"), ChangeKind.CREATE))
                .contains("categoryUnknown");
        assertThat(codes(
                        fresh,
                        Map.of("nameZh", "新", "attributes", List.of(attribute("x_bore", "TEXT", false))),
                        ChangeKind.CREATE))
                .contains("attributeKind");
        assertThat(codes(
                        fresh, Map.of("nameZh", "新", "parent", leaf, "attributes", List.of(LENGTH)), ChangeKind.CREATE))
                .contains("attributeTwice");
        assertThat(codes(fresh, Map.of("nameZh", "新", "nameTemplate", "{x_nothing} {"), ChangeKind.CREATE))
                .contains("templatePlace", "templateForm");
        assertThat(codes(fresh, Map.of("colour", "red"), ChangeKind.CREATE)).contains("unknownField", "required");
    }

    @Test
    void a_category_with_others_below_it_or_products_in_it_stays() {
        tree();
        assertThat(codes(top, Map.of(), ChangeKind.RETIRE)).containsExactly("categoryAbove");
        office.product(Map.of("name", "螺栓" + leaf, "baseUnit", "PCS", "category", leaf, "x_bore", 8, "x_reach", 40));
        assertThat(codes(leaf, Map.of(), ChangeKind.RETIRE)).containsExactly("categoryUsed");
    }

    private List<String> codes(String code, Map<String, Object> fields, ChangeKind kind) {
        Integer base = kind == ChangeKind.CREATE ? null : 1;
        var ask = Ask.setting("categories", kind, "products/" + code, base, new HashMap<>(fields), "try");
        List<String> codes = new ArrayList<>();
        assertThatThrownBy(() -> road.ask(ask, office.lead()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> refused.findings().forEach(finding -> codes.add(finding.code())));
        return codes;
    }

    @Test
    void products_of_one_category_are_told_apart_by_what_it_asks_for() {
        tree();
        String bolt = office.product(
                Map.of("name", "A" + leaf, "baseUnit", "PCS", "category", leaf, "x_bore", 8, "x_reach", 40));
        assertThat(bolt).isNotEmpty();
        assertThat(candidates(Map.of("name", "quite another", "category", leaf, "x_bore", 8, "x_reach", 40)))
                .extracting(Candidate::outcome)
                .contains(MatchOutcome.POSSIBLE);
        assertThat(candidates(
                        Map.of("name", "A" + leaf, "baseUnit", "PCS", "category", leaf, "x_bore", 8, "x_reach", 50)))
                .isEmpty();
    }

    private List<Candidate> candidates(Map<String, Object> fields) {
        Map<String, Object> exact = new HashMap<>();
        fields.forEach((key, value) -> exact.put(key, value instanceof Integer n ? BigDecimal.valueOf(n) : value));
        return Scope.system("test", () -> matching.candidates("products", FieldValues.of(exact), null));
    }
}
