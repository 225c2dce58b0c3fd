package org.mdmhub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody said of a pair is kept, and holds until something that is compared of one of the two changes. */
@HubTest
class MatchLabelsTest {

    @Autowired
    DuplicatePairs pairs;

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    private final String trade = NameMother.trade(5);
    private String one = "";
    private String other = "";
    private UUID pair = new UUID(0, 0);

    private void lookAlikes() {
        one = office.customer(fields("name", "上海" + trade + "有限公司", "phone", "+862161234567"));
        other = office.customer(fields("name", "上海" + trade + "有限责任公司"));
        pair = pairs.find(office.id(one), office.id(other)).orElseThrow();
    }

    private void dismissed() {
        lookAlikes();
        assertThat(pairs.dismiss(pair, "bert", "two firms", Instant.now())).isTrue();
    }

    @Test
    void a_dismissal_is_kept_with_what_was_compared_then() {
        dismissed();

        Map<String, Object> label = labels().get(0);

        assertThat(label)
                .containsEntry("type", "customers")
                .containsEntry("same", false)
                .containsEntry("outcome", "POSSIBLE")
                .containsEntry("decided_by", "bert")
                .containsEntry("why", "two firms")
                .containsEntry("model", "3");
        assertThat(label.get("first_values").toString() + label.get("second_values"))
                .contains("上海" + trade + "有限公司")
                .contains("上海" + trade + "有限责任公司")
                .contains("+862161234567");
    }

    @Test
    void the_pair_is_open_again_once_something_that_is_compared_has_changed() {
        dismissed();

        office.approved(office.askedUpdate(other, fields("phone", "+862169999999")));

        assertThat(status()).isEqualTo("OPEN");
        assertThat(pairs.dismiss(pair, "carl", "still two", Instant.now())).isTrue();
        assertThat(labels())
                .hasSize(2)
                .extracting(label -> label.get("decided_by"))
                .containsExactly("bert", "carl");
        office.approved(office.askedUpdate(one, fields("district", "黄浦区")));
        assertThat(status()).isEqualTo("OPEN");
    }

    @Test
    void what_is_not_compared_does_not_open_it() {
        dismissed();

        office.approved(office.askedUpdate(other, fields("website", "https://example.com")));
        office.approved(office.askedUpdate(one, fields("website", "https://example.com")));

        assertThat(status()).isEqualTo("DISMISSED");
        assertThat(labels()).hasSize(1);
    }

    @Test
    void who_declares_two_distinct_at_the_approval_has_said_so_of_the_pair() {
        Map<String, Object> same = fields("name", "上海" + trade + "有限公司", "creditCode", IdentifierMother.creditCode());
        one = office.customer(same);
        UUID id = office.asked(same);
        Actor steward = office.steward();
        road.approve(id, null, List.of(one), steward);
        other = office.codeOf(id);

        assertThat(labels())
                .singleElement()
                .satisfies(label -> assertThat(label)
                        .containsEntry("same", false)
                        .containsEntry("outcome", "MATCH")
                        .containsEntry("decided_by", steward.login()));
    }

    @Test
    void two_that_were_only_alike_may_not_become_the_same_unasked() {
        String code = IdentifierMother.creditCode();
        lookAlikes();
        pairs.dismiss(pair, "bert", "two firms", Instant.now());
        office.approved(office.askedUpdate(one, fields("creditCode", code)));
        pairs.dismiss(pair, "bert", "two firms", Instant.now());
        UUID second = office.askedUpdate(other, fields("creditCode", code));
        Actor steward = office.steward();

        assertThatThrownBy(() -> road.approve(second, null, List.of(), steward))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.DUPLICATE));
        road.approve(second, null, List.of(one), steward);
        assertThat(status()).isEqualTo("DISMISSED");
    }

    private String status() {
        return jdbc.sql("select status from duplicate_pair where first_id = ? and second_id = ?")
                .params(first(), second())
                .query(String.class)
                .single();
    }

    private List<Map<String, Object>> labels() {
        return jdbc.sql("select * from match_label where first_id = ? and second_id = ? order by id")
                .params(first(), second())
                .query()
                .listOfRows();
    }

    private long first() {
        return Math.min(office.id(one), office.id(other));
    }

    private long second() {
        return Math.max(office.id(one), office.id(other));
    }
}
