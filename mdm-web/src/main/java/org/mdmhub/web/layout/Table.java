package org.mdmhub.web.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as {@code layout/table} shows it; on a telephone each row becomes a card.
 *
 * @param caption what it is, for those who do not see it
 * @param heads of the columns; a row has as many cells
 */
public record Table(String caption, List<String> heads, List<List<Cell>> rows) {

    /** What a cell is; decides how it is set. */
    public enum Kind {
        TEXT,
        NAME,
        CODE,
        NUMBER,
        TIME,
        STATE,
        BUTTON
    }

    /**
     * One cell.
     *
     * @param href where it leads, or what a BUTTON posts to; null leads nowhere
     * @param mark of a STATE the state that gives its colour, of a TIME the exact time; empty for none
     */
    public record Cell(Kind kind, String text, @Nullable String href, String mark) {

        public static Cell text(String text) {
            return new Cell(Kind.TEXT, text, null, "");
        }

        public static Cell name(String text, @Nullable String href) {
            return new Cell(Kind.NAME, text, href, "");
        }

        public static Cell code(String text, @Nullable String href) {
            return new Cell(Kind.CODE, text, href, "");
        }

        public static Cell number(String text) {
            return new Cell(Kind.NUMBER, text, null, "");
        }

        public static Cell time(String said, String exact) {
            return new Cell(Kind.TIME, said, null, exact);
        }

        /** A badge in the colour of the state. */
        public static Cell state(String state, String text) {
            return new Cell(Kind.STATE, text, null, state);
        }

        /** A small form with one button. */
        public static Cell button(String text, String href) {
            return new Cell(Kind.BUTTON, text, href, "");
        }
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
