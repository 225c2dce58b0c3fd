package org.mdmhub.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.quality.Standardization.What;
import org.mdmhub.record.FieldKind;

class StandardizerTest {

    @ParameterizedTest
    @CsvSource({
        "IDENTIFIER, ' 91a', 91A, 'TRIMMED,UPPER_CASE'",
        "IDENTIFIER, ９１ Ａ, 91A, 'FULL_WIDTH,BLANKS'",
        "PHONE, ０２１-６８８８８８８８, +862168888888, 'FULL_WIDTH,PHONE_FORM'",
        "TEXT, １０m²（㈱）, １０m²（㈱）, ''",
        "TEXT, 'a\u200Bb ', ab, 'INVISIBLE,TRIMMED'",
        "CODE, ２０００００, 200000, FULL_WIDTH",
        "EMAIL, Ａ＠b.cn, A@b.cn, FULL_WIDTH",
        "COUNTRY, ｃｎ, CN, 'FULL_WIDTH,UPPER_CASE'",
        "TEXT, 三一, 三一, ''"
    })
    void it_says_what_it_did(FieldKind kind, String from, String to, String what) {
        List<What> done = what.isEmpty()
                ? List.of()
                : List.of(what.split(",", -1)).stream().map(What::valueOf).toList();

        assertThat(Standardizer.standardize(kind, from, null)).isEqualTo(new Standardizer.Standard(to, done));
    }

    @Property(seed = "20261122", tries = 3000)
    void done_twice_it_changes_nothing_more(@ForAll FieldKind kind, @ForAll("texts") String text) {
        String once = Standardizer.standardize(kind, text, "CN").text();

        assertThat(Standardizer.standardize(kind, once, "CN")).isEqualTo(new Standardizer.Standard(once, List.of()));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> telling = Arbitraries.of(
                ' ', '\t', '\u3000', '\u00A0', '\u200B', '\u200D', '\uFEFF', '\u0000', '０', '９', '1', '3', '8', 'a',
                'Ｚ', 'ß', 'ŉ', 'ΐ', 'ﬁ', '（', '-', '+', '＋', '中', '㈱', '²', '½', '\u0301', '\u1680', '\u0345', 'ǰ',
                '\u2028', '¨');
        return Arbitraries.oneOf(
                telling.list().ofMaxSize(14).map(StandardizerTest::joined),
                Arbitraries.strings().ofMaxLength(12).filter(CleanText::isWellFormed),
                Arbitraries.strings().numeric().ofMinLength(5).ofMaxLength(13));
    }

    private static String joined(List<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }
}
