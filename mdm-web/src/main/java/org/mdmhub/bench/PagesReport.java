package org.mdmhub.bench;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run of the benchmark of the pages found, as it is written to {@code target/bench/pages.json}.
 *
 * @param customers that the hub held
 * @param seconds measured
 * @param load average of the machine before the run: what others do on it makes every page slower
 * @param cpuMsPerCall processor time that hub and database spent on a call
 * @param weights bytes of a page with all its assets at the first visit, by path
 * @param errors answers that were no page, and how often
 * @param failures what speaks against the run; it is proven where there are none
 */
record PagesReport(
        String name,
        Machine machine,
        Instant at,
        int customers,
        int people,
        int seconds,
        double load,
        double cpuMsPerCall,
        List<PageTimes> pages,
        Map<String, Integer> weights,
        Map<String, Integer> errors,
        List<String> failures) {

    static final int MOST_BYTES = 250_000;

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n%-26s %7s %9s %9s %9s %8s %6s %9s%n",
                "page",
                "calls",
                "p50 ms",
                "p95 ms",
                "max ms",
                "aim p95",
                "",
                "bytes");
        for (PageTimes page : pages) {
            out.printf(
                    Locale.ROOT,
                    "%-26s %7d %9.1f %9.1f %9.1f %8d %6s %9d%n",
                    page.page(),
                    page.calls(),
                    page.p50Ms(),
                    page.p95Ms(),
                    page.maxMs(),
                    page.aimMs(),
                    page.kept() ? "kept" : "MISSED",
                    page.bytes());
        }
        out.printf(
                "%nbytes: of the answer on the wire, gzip; with everything it names, at a first visit (aim 250000):%n");
        weights.forEach(
                (path, bytes) -> out.printf("  %-40s %7d%s%n", path, bytes, bytes > MOST_BYTES ? " MISSED" : ""));
        out.printf(
                Locale.ROOT,
                "%d customers, %d people, %d s measured, %d calls, errors: %s%n",
                customers,
                people,
                seconds,
                pages.stream().mapToInt(PageTimes::calls).sum(),
                errors.isEmpty() ? "none" : errors);
        out.printf(
                Locale.ROOT,
                "%.1f ms of processor time a call, hub and database; load of the machine before the run %.1f%n",
                cpuMsPerCall,
                load);
        failures.forEach(line -> out.println("FAILED     " + line));
    }
}
