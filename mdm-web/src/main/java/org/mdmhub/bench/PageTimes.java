package org.mdmhub.bench;

import java.util.List;

/**
 * How quick one page came.
 *
 * @param aimMs what its p95 should keep
 * @param bytes of one page on the wire, on the average, compressed
 */
record PageTimes(
        String page, int calls, double p50Ms, double p95Ms, double maxMs, int aimMs, boolean kept, long bytes) {

    static PageTimes of(Page page, List<Double> millis, long bytes) {
        return of(page.title(), page.aimMs(), millis, bytes);
    }

    static PageTimes of(String title, int aimMs, List<Double> millis, long bytes) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double p95 = Stage.percentile(sorted, 95);
        return new PageTimes(
                title,
                sorted.length,
                Stage.percentile(sorted, 50),
                p95,
                Stage.percentile(sorted, 100),
                aimMs,
                p95 <= aimMs,
                sorted.length == 0 ? 0 : bytes / sorted.length);
    }
}
