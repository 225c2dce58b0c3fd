package org.mdmhub.bench;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run of the road's benchmark found, as it is written to {@code target/bench/road.json}.
 *
 * @param seconds from the first request until the last delivery was seen
 * @param repeats calls that were sent again because there was no answer, or one that asks to come again
 * @param restartSeconds from start to health after each kill
 */
record RoadReport(
        String name,
        Machine machine,
        Instant at,
        int rows,
        long seed,
        int kills,
        double seconds,
        List<Stage> stages,
        Map<String, Integer> refused,
        int duplicates,
        int repeats,
        List<Double> restartSeconds,
        Proof proof) {

    record Proof(boolean held, int approved, List<String> failures) {}

    void print(PrintStream out) {
        out.printf("%n%-14s %7s %10s %10s %8s%n", "stage", "count", "p50 ms", "p95 ms", "rows/s");
        for (Stage stage : stages) {
            out.printf(
                    Locale.ROOT,
                    "%-14s %7d %10.1f %10.1f %8.1f%n",
                    stage.stage(),
                    stage.count(),
                    stage.p50Ms(),
                    stage.p95Ms(),
                    stage.rowsPerSecond());
        }
        out.println("""

                ask, approve: from the first try to the answer, repeats and restarts of the hub included
                delivered: from the answer to the approval until GET /deliveries, asked in turn, first said so
                rows/s: over the time from the stage's first begin to its last end; the stages overlap
                """);
        out.printf(Locale.ROOT, "seconds    %.1f for %d rows, all stages together%n", seconds, rows);
        out.printf("refused    %s%n", refused.isEmpty() ? "none" : refused);
        out.printf("duplicates %d, left to a person%n", duplicates);
        out.printf("repeats    %d%n", repeats);
        out.printf("kills      %d, healthy again after seconds: %s%n", kills, restartSeconds);
        proof.failures().forEach(line -> out.println("FAILED     " + line));
        out.printf("proof: %s, %d approved codes%n", proof.held() ? "held" : "did not hold", proof.approved());
    }
}
