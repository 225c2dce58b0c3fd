package org.mdmhub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mdmhub.quality.identifier.CreditCode;

class InventionTest {

    private static final int MANY = 3000;

    private static List<Map<String, Object>> customers(long seed) {
        Invention invention = new Invention(seed);
        return Stream.generate(invention::customer).limit(MANY).toList();
    }

    @Test
    void no_two_customers_have_the_same_name_or_credit_code() {
        List<Map<String, Object>> customers = customers(1);
        assertThat(customers).extracting(one -> one.get("name")).doesNotHaveDuplicates();
        assertThat(customers.stream().map(one -> one.get("creditCode")).filter(code -> code != null))
                .doesNotHaveDuplicates();
    }

    @Test
    void some_are_chinese_with_a_right_credit_code_and_some_foreign_without() {
        List<Map<String, Object>> customers = customers(2);
        assertThat(customers).anySatisfy(one -> assertThat(one).doesNotContainKey("creditCode"));
        assertThat(customers.stream().filter(one -> "CN".equals(one.get("country"))))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(CreditCode.isValid(String.valueOf(one.get("creditCode"))))
                        .isTrue());
    }

    @Test
    void a_variant_has_another_name() {
        Variants variants = new Variants(1);
        assertThat(customers(3))
                .allSatisfy(one -> assertThat(variants.of(one)).doesNotContainEntry("name", one.get("name")));
    }

    @Test
    void the_same_seed_invents_the_same_customers() {
        assertThat(customers(3)).isEqualTo(customers(3)).isNotEqualTo(customers(4));
    }
}
