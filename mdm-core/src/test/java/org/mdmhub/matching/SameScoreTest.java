package org.mdmhub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.customer.CustomerProfiles;
import org.mdmhub.matching.batch.AllPairs;
import org.mdmhub.matching.model.Weights;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.record.FieldValues;
import org.springframework.beans.factory.annotation.Autowired;

/** The single look-up and all against all are one model: the same pair has the same score. */
@HubTest
class SameScoreTest {

    @Autowired
    private Matching matching;

    @Autowired
    private ModelWeights weights;

    @Autowired
    private List<MatchModel> models;

    @Autowired
    private Office office;

    @Test
    void a_pair_of_organisations_scores_alike_both_ways() {
        String trade = NameMother.trade(4);
        both(
                fields("name", "上海" + trade + "贸易有限公司", "phone", "+862155550111"),
                fields("name", trade + "贸易有限责任公司", "phone", "+862155550112"));
    }

    @Test
    void a_pair_of_persons_scores_alike_both_ways() {
        String name = NameMother.trade(3);
        both(
                fields("name", name, "accountGroup", "PERSON", "city", "上海市"),
                fields("name", name, "accountGroup", "PERSON", "city", "上海市"));
    }

    private MatchModel model(String type) {
        return models.stream()
                .filter(model -> model.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private void both(Map<String, Object> one, Map<String, Object> other) {
        String code = office.customer(one);
        FieldValues kept = office.values(code);
        FieldValues asked = FieldValues.of(other);
        List<Candidate> single = office.seeingAll(() -> matching.candidates("customers", asked, null));
        Weights present = office.seeingAll(() -> weights.of(model("customers")).of(CustomerProfiles.of(asked)));
        List<AllPairs.Found> batch =
                AllPairs.under(present, List.of(kept, asked), 10).found(present, -100);

        assertThat(single).hasSize(1);
        assertThat(batch).hasSize(1);
        assertThat(single.get(0).score())
                .isCloseTo(Weights.probability(batch.get(0).bits()), within(0.0002));
    }
}
