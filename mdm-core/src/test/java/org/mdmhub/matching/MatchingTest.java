package org.mdmhub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customer;
import static org.mdmhub.mother.CustomerMother.fields;
import static org.mdmhub.mother.CustomerMother.named;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.ProductMother;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class MatchingTest {

    @Autowired
    Matching matching;

    @Autowired
    DuplicatePairs pairs;

    @Autowired
    MasterRecords records;

    @Autowired
    Road road;

    @Autowired
    Office office;

    /** {@code @} stands for a trade name that only this test has. */
    @ParameterizedTest
    @CsvSource({
        "上海@贸易有限公司, 上海@贸易有限责任公司",
        "上海@贸易有限公司, 上海@贸易股份有限公司",
        "上海@贸易有限公司, 上海@贸易",
        "上海@贸易有限公司, 上海市@贸易有限公司",
        "上海市@贸易有限公司, 上海@贸易有限公司",
        "上海@（集团）有限公司, 上海@(集团)有限公司",
        "上海@（集团）有限公司, 上海@集团有限公司",
        "@（上海）贸易有限公司, @上海贸易有限公司",
        "上海@华东门业有限公司, 上海@華東門業有限公司",
        "上海@ABC贸易有限公司, 上海@ＡＢＣ贸易有限公司",
        "上海@abc贸易有限公司, 上海 @ ABC 贸易 有限公司",
        "上海@华信贸易有限公司, 上海@华新贸易有限公司",
        "上海@华信贸易有限公司, 上海@信华贸易有限公司",
        "上海@华信贸易有限公司, 海上@华信贸易有限公司",
        "上海@华信国际贸易有限公司, @华信国际贸易",
        "上海@华信国际贸易有限公司, @华信"
    })
    void another_spelling_finds_the_record_first(String name, String spelling) {
        String trade = NameMother.trade(5);
        String code = office.customer(named(name.replace("@", trade)));

        List<Candidate> found = candidates(fields("name", spelling.replace("@", trade)));

        assertThat(found).isNotEmpty();
        assertThat(codeOf(found.get(0))).isEqualTo(code);
        assertThat(found.get(0).outcome()).isIn(MatchOutcome.POSSIBLE, MatchOutcome.MATCH);
        assertThat(found.get(0).evidence()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Q Trading Limited, Q Trading Ltd.",
        "Q Maschinenbau GmbH & Co. KG, Q MASCHINENBAU GMBH",
        "Q Foods Inc., Q FOODS incorporated",
        "Q S.A., Q SA"
    })
    void another_legal_form_abroad_finds_the_record_first(String name, String spelling) {
        String trade = latin();
        String code = office.customer(fields("name", name.replace("Q", trade), "country", "DE"));

        List<Candidate> found = candidates(fields("name", spelling.replace("Q", trade)));

        assertThat(codeOf(found.get(0))).isEqualTo(code);
    }

    @Test
    void the_same_credit_code_is_a_match_whatever_the_name() {
        String creditCode = IdentifierMother.creditCode();
        String code = office.customer(fields("name", NameMother.company(), "creditCode", creditCode));

        List<Candidate> found = candidates(fields("name", NameMother.company(), "creditCode", creditCode));

        assertThat(codeOf(found.get(0))).isEqualTo(code);
        assertThat(found.get(0).outcome()).isEqualTo(MatchOutcome.MATCH);
    }

    @Test
    void the_same_lei_and_the_same_gtin_are_a_match() {
        String lei = IdentifierMother.lei();
        office.customer(fields("name", NameMother.company(), "lei", lei));
        String gtin = IdentifierMother.gtin();
        office.product(ProductMother.productWith("gtin", gtin));

        assertThat(candidates(fields("name", NameMother.company(), "lei", lei))
                        .get(0)
                        .outcome())
                .isEqualTo(MatchOutcome.MATCH);
        assertThat(products(ProductMother.productWith("gtin", gtin)).get(0).outcome())
                .isEqualTo(MatchOutcome.MATCH);
    }

    @Test
    void an_invalid_credit_code_identifies_nobody() {
        String wrong = "91110000600037341M";
        office.customer(fields(
                "name",
                NameMother.company(),
                "accountGroup",
                "TEMPORARY",
                "validUntil",
                java.time.LocalDate.now().plusDays(9).toString(),
                "creditCode",
                wrong));

        assertThat(candidates(fields("name", NameMother.company(), "creditCode", wrong)))
                .isEmpty();
    }

    @Test
    void equal_names_without_identifiers_are_a_match() {
        String name = NameMother.company();
        office.customer(fields("name", name));

        assertThat(candidates(fields("name", name)).get(0).outcome()).isEqualTo(MatchOutcome.MATCH);
    }

    @Test
    void two_different_valid_credit_codes_are_never_a_match_also_with_the_same_name() {
        String name = NameMother.company();
        office.customer(named(name));

        assertThat(candidates(named(name))).extracting(Candidate::outcome).doesNotContain(MatchOutcome.MATCH);
    }

    @Test
    void one_equal_and_one_different_identifier_are_for_a_steward_to_look_at() {
        String lei = IdentifierMother.lei();
        Map<String, Object> one = customer();
        one.put("lei", lei);
        Map<String, Object> other = customer();
        other.put("lei", lei);
        office.customer(one);

        assertThat(candidates(other)).extracting(Candidate::outcome).containsExactly(MatchOutcome.POSSIBLE);
    }

    @ParameterizedTest
    @CsvSource({"第1分公司, 第2分公司", "3店, 13店", "３店, 4店", "M8X20, M8X25"})
    void names_that_differ_only_in_digits_are_never_a_match(String one, String other) {
        String trade = NameMother.trade(5);
        office.customer(fields("name", trade + one));
        office.product(fields("name", trade + one, "baseUnit", "PCS"));

        assertThat(candidates(fields("name", trade + other)))
                .extracting(Candidate::outcome)
                .doesNotContain(MatchOutcome.MATCH);
        assertThat(products(fields("name", trade + other, "baseUnit", "PCS")))
                .extracting(Candidate::outcome)
                .doesNotContain(MatchOutcome.MATCH);
    }

    @Test
    void a_site_is_never_its_entity() {
        String name = NameMother.company();
        String creditCode = IdentifierMother.creditCode();
        office.customer(fields("name", name, "creditCode", creditCode));

        assertThat(candidates(fields("name", name, "creditCode", creditCode, "accountGroup", "SITE")))
                .isEmpty();
    }

    @Test
    void two_persons_of_one_name_are_the_same_only_where_they_are_reached_alike() {
        String name = NameMother.trade(3);
        office.customer(fields("name", name, "accountGroup", "PERSON", "phone", "13800138000"));

        assertThat(candidates(fields("name", name, "accountGroup", "PERSON")))
                .extracting(Candidate::outcome)
                .containsExactly(MatchOutcome.POSSIBLE);
        assertThat(candidates(fields("name", name, "accountGroup", "PERSON", "phone", "+8613800138000")))
                .extracting(Candidate::outcome)
                .containsExactly(MatchOutcome.MATCH);
    }

    @Test
    void one_name_in_two_cities_is_not_a_match() {
        String name = NameMother.company();
        office.customer(fields("name", name, "city", "上海市"));

        assertThat(candidates(fields("name", name, "city", "杭州市")))
                .extracting(Candidate::outcome)
                .containsExactly(MatchOutcome.POSSIBLE);
        assertThat(candidates(fields("name", name, "city", "上海")))
                .extracting(Candidate::outcome)
                .containsExactly(MatchOutcome.MATCH);
    }

    @Test
    void the_one_time_customer_is_nobodys_double() {
        String name = NameMother.company();
        office.customer(fields("name", name, "accountGroup", "ONE_TIME"));

        assertThat(candidates(fields("name", name))).isEmpty();
        assertThat(candidates(fields("name", name, "accountGroup", "ONE_TIME"))).isEmpty();
    }

    @Test
    void names_of_nothing_but_signs_are_not_equal_to_each_other() {
        office.customer(fields("name", "★★☆"));

        assertThat(candidates(fields("name", "※※※")))
                .extracting(Candidate::outcome)
                .doesNotContain(MatchOutcome.MATCH);
    }

    private List<Candidate> candidates(Map<String, Object> fields) {
        return office.seeingAll(() -> matching.candidates("customers", FieldValues.of(fields), null));
    }

    private List<Candidate> products(Map<String, Object> fields) {
        return office.seeingAll(() -> matching.candidates("products", FieldValues.of(fields), null));
    }

    private String codeOf(Candidate candidate) {
        Long id = candidate.owner().recordId();
        return office.seeingAll(() -> id == null
                ? "request " + candidate.owner().requestId()
                : records.codeOf(id).orElseThrow());
    }

    /** A trade name in Latin letters that only this test has. */
    private static String latin() {
        String letters = Integer.toString(NameMother.number() * 7919 + 46656, 26);
        return letters.chars()
                .map(digit -> 'a' + Character.digit(digit, 36))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .insert(0, "Zyx")
                .toString();
    }
}
