package org.mdmhub.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductNameTest {

    @ParameterizedTest
    @CsvSource({
        "Sugar 1 kg / 2.2 lb,1000 g;35.2 oz",
        "云岭矿泉水 500ml,500 ml",
        "云岭矿泉水０．５升,500 ml",
        "云岭矿泉水550ml×24瓶,550 ml;24 pc",
        "云岭矿泉水 550ml*24,550 ml;24 pc",
        "Soap 3 x 100 g,100 g;3 pc",
        "Soap 100gx3,100 g;3 pc",
        "内六角螺钉 M8×30,8x30 thread",
        "Screw M8 x 30mm DIN 912,8x30 thread",
        "Screw M10x1.25x40,10x1.25x40 thread",
        "不锈钢板 10 x 20 x 1.5 mm,1.5 mm;10 mm;20 mm",
        "Board 120 cm x 60 cm,1200 mm;600 mm",
        "防水布 10m²,10000000 mm2",
        "防水布10平方米,10000000 mm2",
        "Relay 12V,12 v",
        "Cable 3ft,914.4 mm",
        "Printer 3 in 1,''",
        "Turntable PS-LX350H,''",
        "Bearing 6204-2RS,''",
    })
    void quantities_are_told_in_the_smallest_unit(String name, String quantities) {
        List<String> expected = quantities.isEmpty() ? List.of() : List.of(quantities.split(";"));
        assertThat(ProductName.of(name).quantities()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 300)
    void any_text_is_taken_apart(@ForAll String text) {
        ProductName name = ProductName.of(text);
        assertThat(name.quantities()).allMatch(quantity -> quantity.matches("[0-9.x]+ [a-z0-9]+"));
        assertThat(name.models()).noneMatch(String::isBlank);
    }

    @Test
    void a_number_with_two_points_is_no_amount() {
        assertThat(ProductName.of("1.2.3 ml").quantities()).containsExactly("0 ml");
    }

    @Test
    void a_model_number_stands_in_one_word_or_two() {
        assertThat(ProductName.of("Acme WH-1000XM4").models()).contains("wh1000xm4", "1000xm4");
        assertThat(ProductName.of("Acme 6204 2RS").models()).contains("62042rs");
        assertThat(ProductName.of("").models()).isEmpty();
    }
}
