package org.mdmhub.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run of the benchmark of the inbox found, as it is written to {@code target/bench/inbox.json}.
 *
 * @param waiting requests that waited for somebody
 * @param load average of the machine before the run: what others do on it makes every page slower
 * @param scans how often the great tables were read as a whole while people worked
 * @param bulk what became of the bulk in which the hub was killed; null where none was asked for
 * @param failures what speaks against the run; it is proven where there are none
 */
record InboxReport(
        String name,
        Machine machine,
        Instant at,
        int waiting,
        int seconds,
        double load,
        List<PageTimes> pages,
        List<InboxPlans.Plan> plans,
        Map<String, Long> scans,
        BulkKill.@Nullable Outcome bulk,
        Map<String, Integer> errors,
        List<String> failures) {

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT, "%n%-28s %7s %9s %9s %9s %8s%n", "page", "calls", "p50 ms", "p95 ms", "max ms", "aim p95");
        for (PageTimes page : pages) {
            out.printf(
                    Locale.ROOT,
                    "%-28s %7d %9.1f %9.1f %9.1f %8d %s%n",
                    page.page(),
                    page.calls(),
                    page.p50Ms(),
                    page.p95Ms(),
                    page.maxMs(),
                    page.aimMs(),
                    page.kept() ? "kept" : "MISSED");
        }
        out.printf("%n%-44s %s%n", "query", "planned by");
        plans.forEach(plan -> out.printf(
                "%-44s %s%s%n",
                plan.query(),
                String.join(" ", plan.indexes()),
                plan.whole().isEmpty() ? "" : "  READS AS A WHOLE: " + plan.whole()));
        out.printf(
                Locale.ROOT,
                "%n%d requests wait, %d s measured; load of the machine before the run %.1f; tables read as a whole meanwhile: %s; errors: %s%n",
                waiting,
                seconds,
                load,
                scans,
                errors.isEmpty() ? "none" : errors);
        if (bulk != null) {
            out.println(bulk);
        }
        failures.forEach(line -> out.println("FAILED     " + line));
    }

    /** Into the folder {@code target/bench} of the project. */
    Path write() throws IOException {
        Path home = Path.of(Objects.requireNonNullElse(System.getenv("MDM_HOME"), ""));
        Path folder = Files.createDirectories(home.resolve("target").resolve("bench"));
        String text =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
        return Files.writeString(folder.resolve(name + ".json"), text + "\n");
    }
}
