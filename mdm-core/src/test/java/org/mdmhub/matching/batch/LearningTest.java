package org.mdmhub.matching.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.mdmhub.customer.CustomerProfiles;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.model.Weights;
import org.mdmhub.record.FieldValues;

class LearningTest {

    private static final int FIRMS = 700;
    private static final String SIGNS = "瑞恒骏泓澜岳粤岚甬泰临顺屿申睦砺";
    private static final List<String> PLACES = List.of("苏州", "无锡", "杭州", "宁波", "武汉", "长沙", "广州", "深圳");
    private static final List<String> TRADES = List.of("贸易", "五金制品", "化工", "阀门", "电缆", "机电设备", "软件技术", "建材");
    private static final Profile PROFILE = CustomerProfiles.of(FieldValues.of(Map.of()));

    /** Firms of which very many differ in their place, their trade or one character alone, and none stands there twice. */
    private static List<Map<String, Object>> firms(Random random) {
        Map<String, Map<String, Object>> firms = new LinkedHashMap<>();
        while (firms.size() < FIRMS) {
            String place = PLACES.get(random.nextInt(PLACES.size()));
            int brand = random.nextInt(SIGNS.length() - 1);
            String name = place + SIGNS.substring(brand, brand + 2) + TRADES.get(random.nextInt(TRADES.size()));
            firms.putIfAbsent(
                    name,
                    Map.of(
                            "name", name + "有限公司",
                            "city", place + "市",
                            "street", "中山路" + random.nextInt(900) + "号",
                            "phone", "+8613" + (100_000_000 + random.nextInt(800_000_000))));
        }
        return new ArrayList<>(firms.values());
    }

    private static AllPairs pairs(List<Map<String, Object>> firms) {
        return AllPairs.counted(PROFILE, firms.stream().map(FieldValues::of).toList(), 100, (one, other) -> true);
    }

    private static double threshold() {
        return Weights.bits(PROFILE.threshold());
    }

    @Property(tries = 3)
    void where_nothing_stands_twice_nothing_is_called_the_same(@ForAll long seed) {
        AllPairs pairs = pairs(firms(new Random(seed)));
        Weights learned = pairs.learn();

        assertThat(pairs.found(learned, threshold())).hasSizeLessThan(3);
        assertThat(learned.prior()).isLessThan(Weights.PRIOR);
        for (int at = 0; at < PROFILE.comparisons().size(); at++) {
            double[] expected = PROFILE.comparisons().get(at).expected();
            for (int level = 0; level < expected.length; level++) {
                assertThat(learned.fields().get(at).same().get(level)).isCloseTo(expected[level], within(0.05));
            }
        }
    }

    @Property(tries = 3)
    void what_stands_twice_is_found_among_its_neighbours(@ForAll long seed) {
        Random random = new Random(seed);
        List<Map<String, Object>> firms = firms(random);
        int own = firms.size();
        for (int at = 0; at < own / 20; at++) {
            Map<String, Object> again = new HashMap<>(firms.get(at));
            again.computeIfPresent("name", (key, name) -> name.toString().replace("有限公司", "有限责任公司"));
            again.remove(random.nextBoolean() ? "street" : "city");
            firms.add(again);
        }
        AllPairs pairs = pairs(firms);
        List<AllPairs.Found> found = pairs.found(pairs.learn(), threshold());
        long right =
                found.stream().filter(pair -> pair.one() + own == pair.other()).count();

        assertThat(right).isEqualTo(own / 20);
        assertThat(found).hasSizeLessThan(own / 20 + 3);
    }

    @Property(tries = 2)
    void what_people_say_pulls_the_weights_their_way(@ForAll long seed) {
        List<Map<String, Object>> firms = firms(new Random(seed));
        AllPairs pairs = pairs(firms);
        FieldValues one = FieldValues.of(Map.of("name", "苏州瑞恒化工有限公司", "phone", "+8613111111111"));
        FieldValues other = FieldValues.of(Map.of("name", "无锡瑞恒化工有限公司", "phone", "+8613222222222"));
        double before = bits(pairs.learn(), one, other);
        double same = bits(pairs.learn(said(one, other, true)), one, other);
        double different = bits(pairs.learn(said(one, other, false)), one, other);

        assertThat(same).isGreaterThan(before + 1);
        assertThat(different).isLessThan(before);
    }

    private static List<AllPairs.Label> said(FieldValues one, FieldValues other, boolean same) {
        return Collections.nCopies(50, new AllPairs.Label(one, other, same));
    }

    private static double bits(Weights weights, FieldValues one, FieldValues other) {
        return weights.bits(PROFILE.prepare(one, weights.frequencies()), PROFILE.prepare(other, weights.frequencies()));
    }
}
