package org.mdmhub.web.home;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Draws figures: bars below one another, and columns over time. */
public final class Charts {

    private static final double FULL = 100;
    // where the words beside the rules stand
    private static final double GUTTER = 13;
    private static final int ROW = 44;
    private static final int WORDS_AT = 15;
    private static final int BAR_AT = 24;
    private static final int BAR = 8;
    private static final int TOP = 20;
    private static final int BOTTOM = 150;
    private static final int FOOT = 170;
    private static final int TIMES_HEIGHT = 176;
    private static final double COLUMN = 0.62;
    private static final int FEWEST = 4;
    private static final int DATES = 5;

    private Charts() {}

    /** One figure with its name. */
    public record Figure(String label, long value) {}

    /** Bars below one another, the greatest over the whole width; each with its name and its value in words. */
    public static Chart rows(List<Figure> figures, LongFunction<String> said) {
        long most = figures.stream().mapToLong(Figure::value).max().orElse(0);
        List<Chart.Bar> bars = new ArrayList<>();
        List<Chart.Word> words = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            int y = i * ROW;
            words.add(new Chart.Word(0, y + WORDS_AT, "start", figure.label()));
            words.add(new Chart.Word(FULL, y + WORDS_AT, "end", said.apply(figure.value())));
            bars.add(new Chart.Bar(0, y + BAR_AT, FULL, BAR, true));
            bars.add(new Chart.Bar(0, y + BAR_AT, most == 0 ? 0 : rounded(FULL * figure.value() / most), BAR, false));
        }
        return new Chart(figures.size() * ROW, bars, List.of(), words);
    }

    /**
     * Columns over time, with another figure of the same times as a line where there is one.
     *
     * @param line as many values as columns, or none
     * @param said a value in words, beside the rules to read heights by
     */
    public static Chart times(List<Figure> columns, List<Long> line, LongFunction<String> said) {
        long most = Math.max(
                columns.stream().mapToLong(Figure::value).max().orElse(0),
                line.stream().mapToLong(Long::longValue).max().orElse(0));
        long top = above(most);
        double slot = (FULL - GUTTER) / Math.max(1, columns.size());
        List<Chart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            double y = at(columns.get(i).value(), top);
            bars.add(new Chart.Bar(
                    rounded(GUTTER + slot * (i + (1 - COLUMN) / 2)),
                    y,
                    rounded(slot * COLUMN),
                    rounded(BOTTOM - y),
                    false));
        }
        List<Chart.Line> lines = rules();
        for (int i = 1; i < line.size(); i++) {
            lines.add(new Chart.Line(
                    rounded(GUTTER + slot * (i - 0.5)),
                    at(line.get(i - 1), top),
                    rounded(GUTTER + slot * (i + 0.5)),
                    at(line.get(i), top),
                    false));
        }
        List<Chart.Word> words = dates(columns, slot);
        words.add(new Chart.Word(0, TOP - 5, "start", said.apply(top)));
        words.add(new Chart.Word(0, (TOP + BOTTOM) / 2.0 - 5, "start", said.apply(top / 2)));
        return new Chart(TIMES_HEIGHT, bars, lines, words);
    }

    private static List<Chart.Line> rules() {
        List<Chart.Line> rules = new ArrayList<>();
        for (double y : new double[] {TOP, (TOP + BOTTOM) / 2.0, BOTTOM}) {
            rules.add(new Chart.Line(0, y, FULL, y, true));
        }
        return rules;
    }

    /** A few of the times below their columns, the last one always. */
    private static List<Chart.Word> dates(List<Figure> columns, double slot) {
        List<Chart.Word> words = new ArrayList<>();
        int last = columns.size() - 1;
        int step = Math.max(1, (last + DATES - 1) / DATES);
        for (int i = last; i >= 0; i -= step) {
            String anchor = i == last ? "end" : "middle";
            double x = i == last ? FULL : rounded(GUTTER + slot * (i + 0.5));
            words.add(new Chart.Word(x, FOOT, anchor, columns.get(i).label()));
        }
        return words;
    }

    private static double at(long value, long top) {
        return rounded(BOTTOM - (double) (BOTTOM - TOP) * value / top);
    }

    /** The next round number: 4, 10, 20, 40, 100 and so on, so that its half is a whole one. */
    static long above(long value) {
        long ten = 1;
        while (true) {
            for (long first : new long[] {2, 4, 10}) {
                if (first * ten >= Math.max(value, FEWEST)) {
                    return first * ten;
                }
            }
            ten *= 10;
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
