package org.mdmhub.web.home;

import java.util.List;

/**
 * A picture of figures, ready to be drawn. Along it everything is in percent of its width, down it in pixels, so that it
 * fits every screen and its words keep their size.
 */
public record Chart(int height, List<Bar> bars, List<Line> lines, List<Word> words) {

    /** A bar; {@code track} is the pale one behind another. */
    public record Bar(double x, double y, double width, double height, boolean track) {}

    /** A piece of a line; {@code rule} is one to read heights by. */
    public record Line(double x1, double y1, double x2, double y2, boolean rule) {}

    /** A word in the picture; {@code anchor} as SVG says it. */
    public record Word(double x, double y, String anchor, String text) {}

    /** The points of the lines, to be seen where a line is flat. */
    public List<Line> points() {
        return lines.stream().filter(line -> !line.rule()).toList();
    }
}
