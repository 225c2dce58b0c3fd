package org.mdmhub.web.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings over the last days as columns; along it in percent of the width, down it in pixels. */
record Trend(int height, List<Bar> bars, String first, String last, String most) {

    static final int DAYS = 30;

    private static final int HEIGHT = 96;
    private static final double SHARE = 0.7;
    private static final double LEAST = 2;

    /** One day; one without a count has no height. */
    record Bar(double x, double y, double width, double height, String said) {}

    /** @param counted findings a day; a day without a review goes on as the one before */
    static Trend of(Map<LocalDate, Long> counted, LocalDate today) {
        List<@Nullable Long> values = new ArrayList<>();
        Long known = null;
        for (int i = DAYS - 1; i >= 0; i--) {
            known = counted.getOrDefault(today.minusDays(i), known);
            values.add(known);
        }
        long most = values.stream()
                .mapToLong(value -> value == null ? 0 : value)
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        double slot = 100.0 / DAYS;
        for (int i = 0; i < DAYS; i++) {
            Long value = values.get(i);
            if (value != null) {
                double height =
                        most == 0 ? 0 : Math.max(value == 0 ? 0 : LEAST, rounded((double) HEIGHT * value / most));
                LocalDate day = today.minusDays(DAYS - 1L - i);
                bars.add(new Bar(
                        rounded(slot * i),
                        rounded(HEIGHT - height),
                        rounded(slot * SHARE),
                        height,
                        day + ": " + value));
            }
        }
        return new Trend(HEIGHT, bars, today.minusDays(DAYS - 1L).toString(), today.toString(), String.valueOf(most));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
