package org.mdmhub.matching.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.record.FieldValues;
import tools.jackson.databind.json.JsonMapper;

class WrittenTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Comparison> BOTH = List.of(Comparisons.word("city", 3), Comparisons.phone("phone"));
    private static final Profile PROFILE = profile("customers", BOTH);

    private static Profile profile(String name, List<Comparison> comparisons) {
        return new Profile(name, comparisons, 0.5, values -> List.of());
    }

    private static Frequencies cities() {
        Frequencies cities = new Frequencies();
        for (int at = 0; at < 100; at++) {
            cities.has("city");
            cities.add("city", at < 60 ? "suzhou" : at < 80 ? "wuxi" : "town" + at / 2);
        }
        return cities;
    }

    private static Weights weights() {
        return Weights.shipped(PROFILE).among(cities(), 0.001);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> through(Map<String, Object> map) {
        return JSON.readValue(JSON.writeValueAsString(map), Map.class);
    }

    private static double bits(Weights weights, String city) {
        FieldValues one = FieldValues.of(Map.of("city", city, "phone", "+862155550111"));
        Subject subject = weights.profile().prepare(one, weights.frequencies());
        return weights.bits(subject, subject);
    }

    @Test
    void weights_read_back_say_the_same() {
        Weights back = Weights.of(PROFILE, through(weights().asMap()));

        assertThat(bits(back, "suzhou")).isEqualTo(bits(weights(), "suzhou"));
        assertThat(bits(back, "wuxi")).isEqualTo(bits(weights(), "wuxi")).isGreaterThan(bits(back, "suzhou"));
        assertThat(back.asMap()).isEqualTo(weights().asMap());
    }

    @Test
    void weights_survive_another_order_of_the_fields() {
        List<Comparison> turned = new ArrayList<>(BOTH);
        Collections.reverse(turned);
        Weights back =
                Weights.of(profile("customers", turned), through(weights().asMap()));

        assertThat(bits(back, "wuxi")).isCloseTo(bits(weights(), "wuxi"), within(1e-9));
    }

    @Test
    void a_profile_that_has_changed_since_refuses_the_weights() {
        Map<String, Object> written = through(weights().asMap());
        Profile less = profile("customers", List.of(BOTH.get(0)));
        Profile other = profile("customers", List.of(Comparisons.postalCode("city", 3), BOTH.get(1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(less, written))
                .withMessage("customers is now told by [city], and was by [city, phone]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(other, written))
                .withMessageContaining("city is now told by [equal, nearlyEqual, part, other]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(profile("products", BOTH), written))
                .withMessage("weights of customers, not of products");
    }

    @Test
    void what_is_no_weight_is_refused() {
        String json = JSON.writeValueAsString(weights().asMap());
        Map<String, String> broken = Map.of(
                "\"prior\":[-0-9.]+", "\"prior\":\"much\"",
                "\"average\":[-0-9.]+", "\"average\":null",
                "\"same\":", "\"same\":-",
                "\"random\":", "\"random\":-",
                "\"total\":", "\"all\":");
        broken.forEach((was, now) -> assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Weights.of(PROFILE, Written.map(JSON.readValue(json.replaceFirst(was, now), Map.class), "all")))
                .withMessageMatching(".* has (no number|same|random) .*"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(PROFILE, Map.of("profile", "customers")))
                .withMessage("nothing is written of fields");
    }

    @Test
    void of_the_frequencies_the_commonest_are_kept_and_the_others_count_as_on_the_average() {
        Frequencies kept = cities().kept(1);

        assertThat(kept.count("city", "suzhou")).isEqualTo(60);
        assertThat(kept.count("city", "wuxi")).isCloseTo(40.0 / 11, within(1e-9));
        assertThat(kept.count("city", "never seen")).isEqualTo(kept.count("city", "wuxi"));
        assertThat(kept.total("city")).isEqualTo(100);
        assertThat(cities().kept(50).count("city", "wuxi")).isEqualTo(20);
        assertThat(Frequencies.of(through(kept.asMap())).asMap()).isEqualTo(kept.asMap());
        assertThat(kept.asMap().toString() + cities().asMap()).doesNotContain("suzhou", "wuxi");
    }

    @Test
    void what_was_seen_but_once_is_not_kept_and_still_counts_once() {
        Frequencies names = new Frequencies();
        for (int at = 0; at < 10; at++) {
            names.has("name");
            names.add("name", "name" + at);
        }
        Map<String, Object> map = names.kept(100).asMap();

        assertThat(map).isEqualTo(new HashMap<>(Map.of("name", Map.of("total", 10, "others", 1.0, "terms", Map.of()))));
        assertThat(names.kept(100).coincidence("name")).isCloseTo(0.1, within(1e-9));
        assertThat(names.coincidence("name")).isCloseTo(0.1, within(1e-9));
    }
}
