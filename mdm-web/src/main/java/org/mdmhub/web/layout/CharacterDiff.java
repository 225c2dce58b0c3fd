package org.mdmhub.web.layout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Two texts, each cut into what they share and what only one of them has. What is shared is a longest common subsequence
 * by code point, so that no text could be marked more sparingly. Time and memory are bounded by {@value #CELLS} cells;
 * of texts that would need more, the middle is marked as a whole.
 *
 * @param before the pieces of the first text; together they are the text
 * @param after the pieces of the second
 * @param kept how many code points both share
 */
public record CharacterDiff(List<Piece> before, List<Piece> after, int kept) {

    static final int CELLS = 1 << 22;
    private static final int REWRITTEN = 2;

    /** A run of characters that all differ, or all do not. Never empty. */
    public record Piece(String text, boolean differs) {}

    public static CharacterDiff of(String before, String after) {
        int[] old = before.codePoints().toArray();
        int[] now = after.codePoints().toArray();
        int start = sameAtStart(old, now);
        int end = sameAtEnd(old, now, start);
        BitSet oldKept = ends(old.length, start, end);
        BitSet nowKept = ends(now.length, start, end);
        middle(old, now, start, end, oldKept, nowKept);
        return new CharacterDiff(pieces(old, oldKept), pieces(now, nowKept), oldKept.cardinality());
    }

    /** The same for an eye: where hardly anything is shared, the few letters that are by chance only confuse. */
    public CharacterDiff readable() {
        String old = text(before);
        String now = text(after);
        int longer = Math.max(old.codePointCount(0, old.length()), now.codePointCount(0, now.length()));
        return kept * REWRITTEN >= longer ? this : whole(old, now);
    }

    /** All of both texts marked. */
    static CharacterDiff whole(String before, String after) {
        return new CharacterDiff(whole(before), whole(after), 0);
    }

    private static List<Piece> whole(String text) {
        return text.isEmpty() ? List.of() : List.of(new Piece(text, true));
    }

    private static String text(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    private static int sameAtStart(int[] old, int[] now) {
        int same = 0;
        while (same < old.length && same < now.length && old[same] == now[same]) {
            same++;
        }
        return same;
    }

    private static int sameAtEnd(int[] old, int[] now, int start) {
        int same = 0;
        int most = Math.min(old.length, now.length) - start;
        while (same < most && old[old.length - 1 - same] == now[now.length - 1 - same]) {
            same++;
        }
        return same;
    }

    private static BitSet ends(int length, int start, int end) {
        BitSet kept = new BitSet(length);
        kept.set(0, start);
        kept.set(length - end, length);
        return kept;
    }

    private static void middle(int[] old, int[] now, int start, int end, BitSet oldKept, BitSet nowKept) {
        int rows = old.length - start - end;
        int columns = now.length - start - end;
        if ((rows + 1L) * (columns + 1L) > CELLS) {
            return;
        }
        char[][] longest = longest(old, now, start, rows, columns);
        int row = 0;
        int column = 0;
        while (row < rows && column < columns) {
            if (old[start + row] == now[start + column]) {
                oldKept.set(start + row++);
                nowKept.set(start + column++);
            } else if (longest[row + 1][column] >= longest[row][column + 1]) {
                row++;
            } else {
                column++;
            }
        }
    }

    /** How much the rest of one text, from each place, can share with the rest of the other. */
    private static char[][] longest(int[] old, int[] now, int start, int rows, int columns) {
        char[][] longest = new char[rows + 1][columns + 1];
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                longest[row][column] = old[start + row] == now[start + column]
                        ? (char) (longest[row + 1][column + 1] + 1)
                        : (char) Math.max(longest[row + 1][column], longest[row][column + 1]);
            }
        }
        return longest;
    }

    private static List<Piece> pieces(int[] points, BitSet kept) {
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < points.length; ) {
            boolean same = kept.get(from);
            int next = same ? kept.nextClearBit(from) : kept.nextSetBit(from);
            int to = next < 0 ? points.length : Math.min(next, points.length);
            pieces.add(new Piece(new String(points, from, to - from), !same));
            from = to;
        }
        return pieces;
    }
}
