package org.mdmhub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.web.layout.Difference.BLANKS;
import static org.mdmhub.web.layout.Difference.BRACKETS;
import static org.mdmhub.web.layout.Difference.CASE;
import static org.mdmhub.web.layout.Difference.WIDTH;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an eye may miss is named, and only that. */
class DifferenceTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "苏州澄湖（集团）公司,苏州澄湖(集团)公司,BRACKETS",
                "ＡＢＣ公司,ABC公司,WIDTH",
                "（ＡＢ）公司,(AB)公司,WIDTH",
                "澄湖 精工,澄湖精工,BLANKS",
                "澄湖\u3000精工,澄湖 精工,BLANKS",
                "Chenghu GmbH,chenghu gmbh,CASE",
                "臺灣電機,台湾电机,SCRIPT",
                "B0SCH,BOSCH,LOOKALIKE",
                "MODEL I1,MODEL ll,LOOKALIKE",
                "p\u0430y,pay,LOOKALIKE",
                "B0SCH,bosch,LOOKALIKE CASE",
                "己方公司,已方公司,LOOKALIKE",
                "澄\u200d湖,澄湖,INVISIBLE",
                "021-55550103,021-55550113,DIGITS",
                "91110000600037341L,91110000600073341L,SWAP",
                "Lake Clear Ltd,Clear Lake Ltd,ORDER"
            })
    void is_named(String before, String after, String names) {
        assertThat(Difference.between(before, after))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder(names.split(" "));
        assertThat(Difference.between(after, before)).isEqualTo(Difference.between(before, after));
    }

    @ParameterizedTest
    @CsvSource({"澄湖精工,澄湖精密", "021-55550103,010-66660103", "甲,乙", "same,same", "7,8", "'',a", "a,''", "' ',a"})
    void is_plain_enough(String before, String after) {
        assertThat(Difference.between(before, after)).isEmpty();
    }

    @Test
    void several_are_named_together() {
        assertThat(Difference.between("Chenghu （Group） Ltd", "CHENGHU(GROUP)LTD"))
                .containsExactlyInAnyOrder(BLANKS, BRACKETS, CASE);
        assertThat(Difference.between("ＡＢＣ 公司", "abc公司")).containsExactlyInAnyOrder(BLANKS, WIDTH, CASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\ud842", "()[]{}", "$1\\1"})
    void any_text_can_be_compared(String odd) {
        assertThat(Difference.between(odd + " ", odd + "  ")).isSubsetOf(EnumSet.allOf(Difference.class));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "A", "O", "0", "（", "(", " ", "\u3000", "臺", "台", "Ａ", "l", "1", "I")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(points -> String.join("", points));
    }

    @Property(seed = "20261122", tries = 2000)
    void none_is_named_without_need(@ForAll("texts") String before, @ForAll("texts") String after) {
        Set<Difference> named = Difference.between(before, after);
        EnumSet<Difference> foldings = EnumSet.noneOf(Difference.class);
        foldings.addAll(named);
        foldings.removeAll(EnumSet.of(Difference.SWAP, Difference.DIGITS, Difference.ORDER));
        for (Difference one : foldings) {
            EnumSet<Difference> fewer = EnumSet.copyOf(foldings);
            fewer.remove(one);
            assertThat(Difference.same(fewer, before, after)).isFalse();
        }
        assertThat(foldings.isEmpty() || Difference.same(foldings, before, after))
                .isTrue();
    }
}
