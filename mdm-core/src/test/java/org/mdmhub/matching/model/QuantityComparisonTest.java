package org.mdmhub.matching.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.record.FieldValues;

class QuantityComparisonTest {

    private static final Comparison QUANTITY = Comparisons.quantity("quantity", List.of("name", "specification"));

    private static String level(Map<String, Object> one, Map<String, Object> other) {
        Frequencies unknown = new Frequencies();
        Object here = QUANTITY.prepare(FieldValues.of(one), unknown);
        Object there = QUANTITY.prepare(FieldValues.of(other), unknown);
        if (here == null || there == null) {
            return "nothing";
        }
        int level = QUANTITY.level(here, there);
        assertThat(QUANTITY.level(there, here)).isEqualTo(level);
        return level == Comparison.MISSING ? "nothing" : QUANTITY.levels().get(level);
    }

    @ParameterizedTest
    @CsvSource({
        "白砂糖500g,白砂糖 0.5 kg,equal",
        "白砂糖500g,白砂糖 1公斤,other",
        "白砂糖500g,白砂糖 1斤,equal",
        "矿泉水 1.5L,矿泉水 15L,other",
        "矿泉水550ml×24瓶,矿泉水 550ml,compatible",
        "矿泉水550ml×24瓶,矿泉水550ml*12,other",
        "Shampoo 3 x 100 ml,Shampoo 100ml x 3,equal",
        "螺栓 M8x30,螺栓 M8×30mm,equal",
        "螺栓 M8x30,螺栓 M8x35,other",
        "防水布10m²,防水布 10 平方米,equal",
        "继电器 12V,继电器 24V,other",
        "继电器 12V,继电器 500g,nothing",
        "继电器 12V,继电器,nothing",
        "Sugar 1 kg / 2.2 lb,Sugar 2.2lb,compatible",
    })
    void two_names_agree_in_their_quantities_or_not(String one, String other, String level) {
        assertThat(level(Map.of("name", one), Map.of("name", other))).isEqualTo(level);
    }

    @Test
    void what_the_name_does_not_tell_the_specification_does() {
        assertThat(level(Map.of("name", "白砂糖", "specification", "500g/袋"), Map.of("name", "白砂糖 0.5kg")))
                .isEqualTo("equal");
        assertThat(level(Map.of("name", "白砂糖", "specification", "500g"), Map.of("name", "白砂糖 1kg")))
                .isEqualTo("other");
        assertThat(level(
                        Map.of("name", "白砂糖 500g", "specification", "每箱 10 kg"),
                        Map.of("name", "白砂糖", "specification", "10kg")))
                .isEqualTo("compatible");
    }
}
