package org.mdmhub.bench;

import java.util.List;

/**
 * What one stage of the road took.
 *
 * @param rowsPerSecond over the time from the stage's first begin to its last end
 */
record Stage(String stage, int count, double p50Ms, double p95Ms, double rowsPerSecond) {

    /** When one row was in the stage, in nanoseconds of the same clock. */
    record Sample(long begin, long end) {

        private double millis() {
            return (end - begin) / 1e6;
        }
    }

    static Stage of(String stage, List<Sample> samples) {
        double[] sorted = samples.stream().mapToDouble(Sample::millis).sorted().toArray();
        long begin = samples.stream().mapToLong(Sample::begin).min().orElse(0);
        long end = samples.stream().mapToLong(Sample::end).max().orElse(0);
        double seconds = (end - begin) / 1e9;
        return new Stage(
                stage,
                sorted.length,
                percentile(sorted, 50),
                percentile(sorted, 95),
                seconds > 0 ? sorted.length / seconds : 0);
    }

    /** The nearest-rank percentile of ascending values; 0 where there are none. */
    static double percentile(double[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }
}
