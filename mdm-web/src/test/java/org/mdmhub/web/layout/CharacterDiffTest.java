package org.mdmhub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Two texts are cut so that nothing is lost, nothing is marked without need, and no character is cut in two. */
class CharacterDiffTest {

    private static final String SEED = "20261122";

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "公", "司", "（", "(", " ", "𠮷", "😀")
                .list()
                .ofMaxSize(14)
                .map(points -> String.join("", points));
    }

    @Property(seed = SEED, tries = 1000)
    void both_sides_are_their_pieces(@ForAll("texts") String before, @ForAll("texts") String after) {
        CharacterDiff diff = CharacterDiff.of(before, after);
        for (CharacterDiff shown : List.of(diff, diff.readable())) {
            assertThat(joined(shown.before())).isEqualTo(before);
            assertThat(joined(shown.after())).isEqualTo(after);
        }
    }

    @Property(seed = SEED, tries = 1000)
    void what_is_not_marked_is_the_same_on_both_sides_and_as_long_as_can_be(
            @ForAll("texts") String before, @ForAll("texts") String after) {
        CharacterDiff diff = CharacterDiff.of(before, after);
        assertThat(kept(diff.before())).isEqualTo(kept(diff.after()));
        assertThat(kept(diff.before()).codePoints().count())
                .isEqualTo(diff.kept())
                .isEqualTo(longest(
                        before.codePoints().toArray(), after.codePoints().toArray()));
    }

    @Property(seed = SEED, tries = 1000)
    void pieces_take_turns_and_none_is_empty(@ForAll("texts") String before, @ForAll("texts") String after) {
        CharacterDiff diff = CharacterDiff.of(before, after);
        for (List<CharacterDiff.Piece> side : List.of(diff.before(), diff.after())) {
            assertThat(side).extracting(CharacterDiff.Piece::text).doesNotContain("");
            for (int i = 1; i < side.size(); i++) {
                assertThat(side.get(i).differs()).isNotEqualTo(side.get(i - 1).differs());
            }
        }
    }

    @Property(seed = SEED, tries = 300)
    void a_text_differs_from_itself_in_nothing(@ForAll("texts") String text) {
        assertThat(CharacterDiff.of(text, text).before()).noneMatch(CharacterDiff.Piece::differs);
    }

    @Test
    void one_changed_character_of_a_long_text_is_one_mark() {
        String before = "甲".repeat(1000) + "乙" + "丙".repeat(999);
        CharacterDiff diff = CharacterDiff.of(before, before.replace("乙", "丁"));
        assertThat(diff.after())
                .extracting(CharacterDiff.Piece::text)
                .containsExactly("甲".repeat(1000), "丁", "丙".repeat(999));
    }

    @Test
    void two_texts_of_two_thousand_characters_are_still_cut_sparingly() {
        CharacterDiff diff = CharacterDiff.of("x" + "ab".repeat(999) + "y", "z" + "ba".repeat(999) + "w");
        assertThat(diff.kept()).isEqualTo(1997);
    }

    @Test
    void of_texts_beyond_the_bound_the_middle_is_marked_as_a_whole() {
        CharacterDiff diff = CharacterDiff.of("(" + "ab".repeat(2000) + ")", "(" + "ba".repeat(2000) + ")");
        assertThat(diff.before()).extracting(CharacterDiff.Piece::differs).containsExactly(false, true, false);
    }

    @Test
    void half_a_character_is_never_marked() {
        CharacterDiff diff = CharacterDiff.of("\ud842\udfb7", "\ud842\udfb6");
        assertThat(diff.before()).containsExactly(new CharacterDiff.Piece("\ud842\udfb7", true));
    }

    @Test
    void of_quite_another_text_all_is_marked_for_the_eye() {
        assertThat(CharacterDiff.of("Anna Lind", "Wang Xiaoming").readable().after())
                .containsExactly(new CharacterDiff.Piece("Wang Xiaoming", true));
    }

    private static String joined(List<CharacterDiff.Piece> pieces) {
        return pieces.stream().map(CharacterDiff.Piece::text).collect(Collectors.joining());
    }

    private static String kept(List<CharacterDiff.Piece> pieces) {
        return pieces.stream()
                .filter(piece -> !piece.differs())
                .map(CharacterDiff.Piece::text)
                .collect(Collectors.joining());
    }

    /** The textbook's way, which knows nothing of beginnings and ends. */
    private static long longest(int[] one, int[] other) {
        int[][] best = new int[one.length + 1][other.length + 1];
        for (int i = 1; i <= one.length; i++) {
            for (int j = 1; j <= other.length; j++) {
                best[i][j] =
                        one[i - 1] == other[j - 1] ? best[i - 1][j - 1] + 1 : Math.max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[one.length][other.length];
    }
}
