package org.mdmhub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customer;
import static org.mdmhub.mother.CustomerMother.fields;
import static org.mdmhub.mother.CustomerMother.named;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.ProductMother;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class MatchingTest {

    @Autowired
    Matching matching;

    @Autowired
    DuplicatePairs pairs;

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
        office.customer(fields("name", NameMother.company(), "accountGroup", "TEMPORARY", "creditCode", wrong));

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

    @Test
    void an_open_request_is_a_candidate_until_it_is_applied_and_never_its_own() {
        Map<String, Object> fields = customer();
        UUID id = office.asked(fields);

        assertThat(candidates(fields)).extracting(Candidate::owner).containsExactly(Owner.request(id));
        office.approved(id);
        assertThat(candidates(fields))
                .extracting(Candidate::owner)
                .containsExactly(Owner.record(office.id(office.codeOf(id))));
    }

    @Test
    void an_update_is_not_its_own_double() {
        Map<String, Object> fields = customer();
        String code = office.customer(fields);

        assertThat(office.approved(office.askedUpdate(code, fields("city", "上海市"))))
                .isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void a_double_is_refused_at_the_last_approval_and_nothing_is_written() {
        Map<String, Object> fields = customer();
        String code = office.customer(fields);
        UUID id = office.asked(fields);
        Actor steward = office.steward();

        assertThatThrownBy(() -> road.approve(id, null, List.of(), steward))
                .isInstanceOfSatisfying(Refused.class, e -> {
                    assertThat(e.reason()).isEqualTo(Refused.Reason.DUPLICATE);
                    assertThat(e.candidates()).extracting(this::codeOf).containsExactly(code);
                });
        assertThat(office.status(id)).isEqualTo(ChangeStatus.IN_REVIEW);
    }

    @Test
    void declared_distinct_it_is_let_through_and_the_pair_is_dismissed_for_good() {
        Map<String, Object> fields = customer();
        String one = office.customer(fields);
        UUID id = office.asked(fields);
        Actor steward = office.steward();

        assertThat(road.approve(id, "two branches", List.of(one), steward)).isEqualTo(ChangeStatus.APPLIED);

        String other = office.codeOf(id);
        assertThat(pairs.areDistinct(office.id(one), office.id(other))).isTrue();
        assertThat(office.approved(office.askedUpdate(other, fields("city", "上海市"))))
                .isEqualTo(ChangeStatus.APPLIED);
        assertThat(pairs.areDistinct(office.id(other), office.id(one))).isTrue();
    }

    @Test
    void declaring_another_record_distinct_does_not_let_a_double_through() {
        Map<String, Object> fields = customer();
        office.customer(fields);
        UUID id = office.asked(fields);
        List<String> stranger = List.of(office.customer());
        Actor steward = office.steward();

        assertThatThrownBy(() -> road.approve(id, null, stranger, steward))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.DUPLICATE));
    }

    @Test
    void an_update_that_makes_a_double_is_refused_too() {
        Map<String, Object> taken = customer();
        office.customer(taken);
        String code = office.customer(fields("name", NameMother.company()));
        UUID id = office.askedUpdate(code, fields("creditCode", taken.get("creditCode")));
        Actor steward = office.steward();

        assertThatThrownBy(() -> road.approve(id, null, List.of(), steward))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.DUPLICATE));
    }

    @Test
    void a_look_alike_stops_nothing_and_becomes_a_pair_to_decide_on() {
        String trade = NameMother.trade(5);
        String one = office.customer(fields("name", "上海" + trade + "有限公司"));
        String other = office.customer(fields("name", "上海" + trade + "有限责任公司"));

        UUID pair = pairs.find(office.id(one), office.id(other)).orElseThrow();
        DuplicatePairs.Pair found = office.seeingAll(() -> pairs.find(pair).orElseThrow());

        assertThat(found.codes()).containsExactlyInAnyOrder(one, other);
        assertThat(found.outcome()).isEqualTo(MatchOutcome.POSSIBLE);
        assertThat(found.status()).isEqualTo("OPEN");
        assertThat(office.seeingAs(office.requesterSouth(), () -> pairs.find(pair)))
                .isEmpty();
        assertThat(office.seeingAll(() -> pairs.dismiss(pair, "bert", "two firms", java.time.Instant.now())))
                .isTrue();
        assertThat(office.seeingAll(() -> pairs.dismiss(pair, "carl", "again", java.time.Instant.now())))
                .isFalse();
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

    @Autowired
    org.mdmhub.record.MasterRecords records;

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
