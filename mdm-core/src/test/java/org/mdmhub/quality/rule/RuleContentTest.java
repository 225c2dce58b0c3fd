package org.mdmhub.quality.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdmhub.HubTest;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class RuleContentTest {

    @Autowired
    RuleCompiler compiler;

    static List<Arguments> wrong_contents() {
        return List.of(
                Arguments.of("/fields/check", rule("check", "SCRIPT")),
                Arguments.of("/fields/severity", rule("severity", "FATAL")),
                Arguments.of("/fields/type", rule("type", "suppliers")),
                Arguments.of("/fields/type", rule("type", 7)),
                Arguments.of("/fields/field", rule("field", "nothing")),
                Arguments.of("/fields/field", rule("field", null)),
                Arguments.of("/fields/name", rule("name", null)),
                Arguments.of("/fields/name", rule("name", "x".repeat(101))),
                Arguments.of("/fields/active", rule("active", "yes")),
                Arguments.of("/fields/pattern", rule("pattern", ".*")),
                Arguments.of("/fields/a~1b", rule("a/b", "x")),
                Arguments.of("/fields/pattern", rule("check", "PATTERN")),
                Arguments.of("/fields/pattern", rule("check", "PATTERN", "pattern", "(a")),
                Arguments.of("/fields/field", rule("check", "PATTERN", "pattern", "a", "field", "creditLimit")),
                Arguments.of("/fields/min", rule("check", "RANGE", "field", "creditLimit")),
                Arguments.of("/fields/max", rule("check", "RANGE", "field", "creditLimit", "max", "much")),
                Arguments.of("/fields/min", rule("check", "RANGE", "field", "validUntil", "min", "22.11.2026")),
                Arguments.of("/fields/field", rule("check", "RANGE", "min", 1)),
                Arguments.of("/fields/max", rule("check", "LENGTH", "max", 301)),
                Arguments.of("/fields/min", rule("check", "LENGTH", "min", -1)),
                Arguments.of("/fields/table", rule("check", "CODE_TABLE", "table", "planets")),
                Arguments.of("/fields/within", rule("check", "UNIQUE", "within", List.of("planet"))),
                Arguments.of("/fields/field", rule("check", "UNIQUE", "field", "contacts")),
                Arguments.of("/fields/is", rule("check", "CONDITION")),
                Arguments.of("/fields/is", rule("check", "CONDITION", "is", "LIKE")),
                Arguments.of("/fields/values", rule("check", "CONDITION", "is", "EQUAL")),
                Arguments.of("/fields/other", rule("check", "CONDITION", "is", "EQUAL", "other", "nothing")),
                Arguments.of("/fields/is", rule("check", "CONDITION", "is", "LESS", "values", List.of("b"))),
                Arguments.of("/fields/expression", rule("check", "EXPRESSION", "expression", "name.size()")),
                Arguments.of("/fields/when/0/field", rule("when", List.of(Map.of("field", "planet", "is", "EMPTY")))),
                Arguments.of("/fields/when/0/is", rule("when", List.of(Map.of("field", "name", "is", "NEAR")))),
                Arguments.of("/fields/when/0/values", rule("when", List.of(Map.of("field", "name", "is", "EQUAL")))),
                Arguments.of("/fields/when/0", rule("when", List.of("x"))),
                Arguments.of("/fields/when", rule("when", "x")));
    }

    @ParameterizedTest
    @MethodSource("wrong_contents")
    void content_that_is_no_rule_is_told_by_field(String pointer, Map<String, @Nullable Object> content) {
        List<Finding> findings = new ArrayList<>();

        assertThat(compiled(content, findings)).isNull();

        assertThat(findings).extracting(Finding::pointer).contains(pointer);
        assertThat(findings).allMatch(Finding::stops);
    }

    static List<Arguments> records_and_rules() {
        return List.of(
                Arguments.of(true, rule("field", "phone"), fields("phone", "1")),
                Arguments.of(false, rule("field", "phone"), fields()),
                Arguments.of(true, rule("check", "PATTERN", "pattern", "C-\\d+"), fields()),
                Arguments.of(true, rule("check", "PATTERN", "pattern", "C-\\d+"), fields("shortName", "C-12")),
                Arguments.of(false, rule("check", "PATTERN", "pattern", "C-\\d+"), fields("shortName", "xC-12")),
                Arguments.of(true, range(0, 10), fields("creditLimit", new BigDecimal("10"))),
                Arguments.of(false, range(0, 10), fields("creditLimit", new BigDecimal("10.01"))),
                Arguments.of(false, range(0, 10), fields("creditLimit", new BigDecimal("-1"))),
                Arguments.of(true, date("TODAY"), fields("validUntil", "2026-11-22")),
                Arguments.of(false, date("TODAY"), fields("validUntil", "2026-11-21")),
                Arguments.of(true, length(2, 3), fields("shortName", "\uD840\uDC00中文")),
                Arguments.of(false, length(2, 3), fields("shortName", "中")),
                Arguments.of(true, rule("check", "CODE_TABLE", "table", "units"), fields("shortName", "PCS")),
                Arguments.of(false, rule("check", "CODE_TABLE", "table", "units"), fields("shortName", "FURLONG")),
                Arguments.of(true, then("EQUAL", "other", "name"), fields("name", "a", "shortName", "a")),
                Arguments.of(false, then("DIFFERENT", "other", "name"), fields("name", "a", "shortName", "a")),
                Arguments.of(true, then("ONE_OF", "values", List.of("a", "b")), fields("shortName", "b")),
                Arguments.of(false, then("ONE_OF", "values", List.of("a", "b")), fields("shortName", "c")),
                Arguments.of(false, then("EMPTY"), fields("shortName", "c")),
                Arguments.of(true, atLeast("creditLimit", 5), fields()),
                Arguments.of(false, atLeast("creditLimit", 5), fields("creditLimit", new BigDecimal("4"))));
    }

    @ParameterizedTest
    @MethodSource("records_and_rules")
    void each_check_tells_good_from_bad(
            boolean kept, Map<String, @Nullable Object> rule, Map<String, @Nullable Object> record) {
        CompiledRule compiled = Objects.requireNonNull(compiled(rule, new ArrayList<>()));

        assertThat(compiled.keptBy(subject(record, record, "CN-EAST", "GROUP"))).isEqualTo(kept);
    }

    @Test
    void a_rule_speaks_only_where_all_its_conditions_hold() {
        CompiledRule rule = Objects.requireNonNull(compiled(
                rule(
                        "field",
                        "province",
                        "when",
                        List.of(
                                Map.of("field", "country", "is", "ONE_OF", "values", List.of("CN", "SG")),
                                Map.of("field", "orgUnit", "is", "EQUAL", "value", "GROUP"),
                                Map.of("field", "creditLimit", "is", "GREATER", "value", 5))),
                new ArrayList<>()));
        Map<String, @Nullable Object> bad = fields("country", "SG", "creditLimit", BigDecimal.TEN);

        assertThat(rule.keptBy(subject(bad, bad, "CN-EAST", "GROUP"))).isFalse();
        assertThat(rule.keptBy(subject(bad, bad, "INTL"))).isTrue();
        assertThat(rule.keptBy(subject(bad, fields("country", "DE", "creditLimit", BigDecimal.TEN), "GROUP")))
                .isTrue();
        assertThat(rule.keptBy(subject(bad, fields("country", "SG"), "GROUP"))).isTrue();
    }

    @Test
    void two_values_that_differ_in_width_case_and_blanks_only_are_the_same() {
        CompiledRule rule = Objects.requireNonNull(
                compiled(rule("check", "UNIQUE", "within", List.of("country")), new ArrayList<>()));
        String one = rule.alone(subject(fields(), fields("shortName", "Ab 12", "country", "CN"), "GROUP"));

        assertThat(rule.alone(subject(fields(), fields("shortName", "ＡＢ１２", "country", "CN"), "GROUP")))
                .isEqualTo(one);
        assertThat(rule.alone(subject(fields(), fields("shortName", "AB12", "country", "SG"), "GROUP")))
                .isNotEqualTo(one);
        assertThat(rule.alone(subject(fields(), fields("country", "CN"), "GROUP")))
                .isNull();
    }

    @Test
    void a_finding_carries_the_words_in_both_languages() {
        CompiledRule rule = Objects.requireNonNull(compiled(
                rule("message", "A phone, please", "messageZh", "请填写电话", "severity", "WARNING"), new ArrayList<>()));

        assertThat(rule.finding(""))
                .isEqualTo(new Finding(
                        "/fields/shortName",
                        Finding.Severity.WARNING,
                        "rule",
                        List.of("A phone, please", "请填写电话", "R1"),
                        null));
    }

    private static Map<String, @Nullable Object> range(int min, int max) {
        return rule("check", "RANGE", "field", "creditLimit", "min", min, "max", max);
    }

    private static Map<String, @Nullable Object> date(String min) {
        return rule("check", "RANGE", "field", "validUntil", "min", min);
    }

    private static Map<String, @Nullable Object> length(int min, int max) {
        return rule("check", "LENGTH", "min", min, "max", max);
    }

    private static Map<String, @Nullable Object> then(String is, @Nullable Object... more) {
        Map<String, @Nullable Object> content = rule("check", "CONDITION", "is", is);
        content.putAll(fields(more));
        return content;
    }

    private static Map<String, @Nullable Object> atLeast(String field, int value) {
        return rule("check", "CONDITION", "field", field, "is", "AT_LEAST", "values", List.of(value));
    }

    /** A rule that asks for the short name, with other entries. */
    static Map<String, @Nullable Object> rule(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> content = fields(
                "type", "customers", "name", "R", "check", "REQUIRED", "field", "shortName", "severity", "ERROR");
        content.putAll(fields(keysAndValues));
        return content;
    }

    private @Nullable CompiledRule compiled(Map<String, @Nullable Object> content, List<Finding> findings) {
        Rule rule = RuleContent.read("R1", FieldValues.exact(content), findings);
        return rule == null ? null : compiler.compile(rule, findings);
    }

    private static Subject subject(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, String... units) {
        return new Subject(
                FieldValues.of(before), FieldValues.of(after), 1L, units[0], Set.of(units), LocalDate.of(2026, 11, 22));
    }
}
