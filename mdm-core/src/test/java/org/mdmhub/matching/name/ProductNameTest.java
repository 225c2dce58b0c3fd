package org.mdmhub.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductNameTest {

    @ParameterizedTest
    @CsvSource({
        "Acme PS-LX350H Turntable,Turntable by Acme PSLX350H,SAME_MODEL",
        "云岭矿泉水 500ml,云岭矿泉水0.5升,EQUAL",
        "云岭矿泉水 500ml,云岭矿泉水 1.5L,OTHER_QUANTITY",
        "Acme Lamp AX100 white,Acme Lamp AX200 white,OTHER_MODEL",
        "Acme white lamp,Acme lamp,SIMILAR",
        "Acme white lamp,Northwind chair,DIFFERENT",
    })
    void two_products_have_a_level(String one, String other, ProductName.Level level) {
        assertThat(ProductName.of(one).compare(ProductName.of(other))).isEqualTo(level);
        assertThat(ProductName.of(other).compare(ProductName.of(one))).isEqualTo(level);
    }

    @Test
    void quantities_are_told_in_the_smallest_unit() {
        assertThat(ProductName.of("Sugar 1 kg / 2.2 lb").quantities()).containsExactly("1000 g", "35.2 oz");
        assertThat(ProductName.of("1.2.3 ml").quantities()).isNotNull();
    }

    @Test
    void a_model_number_stands_in_one_word_or_two() {
        assertThat(ProductName.of("Acme WH-1000XM4").models()).contains("wh1000xm4", "1000xm4");
        assertThat(ProductName.of("Acme 6204 2RS").models()).contains("62042rs");
        assertThat(ProductName.of("").brand()).isEmpty();
    }
}
