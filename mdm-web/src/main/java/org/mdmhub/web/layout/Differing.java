package org.mdmhub.web.layout;

import java.util.List;
import org.mdmhub.web.api.Texts;
import org.springframework.stereotype.Component;

/** Marks what differs between two shown values, character by character, and says in words what an eye may miss. */
@Component
class Differing {

    private final Texts texts;

    Differing(Texts texts) {
        this.texts = texts;
    }

    /**
     * One value, or one item of a list, on both sides.
     *
     * @param before lines of the side that was, empty where there was nothing
     * @param after lines of the side that is to be, empty where there will be nothing
     */
    public record Entry(List<Line> before, List<Line> after) {}

    /**
     * A line of one side.
     *
     * @param label of the part of an item, empty for a plain value
     * @param hint what differs, in words, where that is easily missed; else empty
     */
    public record Line(String label, List<CharacterDiff.Piece> pieces, String hint) {}

    /** @param prose whether single characters mean something; of a figure or a choice all is marked */
    Entry value(String before, String after, boolean prose) {
        CharacterDiff diff = diff(before, after, prose);
        return new Entry(lines("", diff.before(), ""), lines("", diff.after(), hint(before, after, prose)));
    }

    private static List<Line> lines(String label, List<CharacterDiff.Piece> pieces, String hint) {
        return pieces.isEmpty() ? List.of() : List.of(new Line(label, pieces, hint));
    }

    /** An item of a list; empty lists of pairs where it is not on that side. */
    Entry item(List<Shown.Pair> before, List<Shown.Pair> after) {
        return new Entry(
                before.stream().map(pair -> line(pair, before, after, true)).toList(),
                after.stream().map(pair -> line(pair, before, after, false)).toList());
    }

    private Line line(Shown.Pair pair, List<Shown.Pair> before, List<Shown.Pair> after, boolean old) {
        String other = (old ? after : before)
                .stream()
                        .filter(there -> there.label().equals(pair.label()))
                        .map(Shown.Pair::text)
                        .findFirst()
                        .orElse("");
        CharacterDiff diff = old ? diff(pair.text(), other, true) : diff(other, pair.text(), true);
        return new Line(pair.label(), old ? diff.before() : diff.after(), old ? "" : hint(other, pair.text(), true));
    }

    private static CharacterDiff diff(String before, String after, boolean prose) {
        return prose ? CharacterDiff.of(before, after).readable() : CharacterDiff.whole(before, after);
    }

    private String hint(String before, String after, boolean prose) {
        if (!prose) {
            return "";
        }
        return Difference.between(before, after).stream()
                .map(difference -> texts.of("differs." + difference.name()))
                .reduce((one, other) -> texts.of("differs.and", one, other))
                .map(names -> texts.of("differs.only", names))
                .orElse("");
    }
}
