package org.mdmhub.bench;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a run of the benchmark of the gate found, as it is written to {@code target/bench/gate.json}.
 *
 * @param load average of the machine before the run
 * @param gate microseconds a record without rules, with those that need no database, and with all
 * @param failures what was promised and not kept
 */
record GateReport(
        String name,
        Machine machine,
        Instant at,
        int customers,
        double load,
        List<GateCore.Times> gate,
        List<Trial> trials,
        List<String> failures) {

    /** A rule tried on all records, from asking to the answer. */
    record Trial(String rule, long records, long failing, double seconds) {}

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n%-34s %6s %9s %9s %9s %12s %10s%n",
                "gate, one record",
                "rules",
                "p50 us",
                "p95 us",
                "p99 us",
                "settings us",
                "findings");
        for (GateCore.Times times : gate) {
            out.printf(
                    Locale.ROOT,
                    "%-34s %6d %9.1f %9.1f %9.1f %12.1f %10.1f%n",
                    times.what(),
                    times.rules(),
                    times.p50(),
                    times.p95(),
                    times.p99(),
                    times.settings(),
                    times.findings());
        }
        shares(out);
        for (Trial trial : trials) {
            out.printf(
                    Locale.ROOT,
                    "trial of %-22s %6.1f s: would fail %d of %d%n",
                    trial.rule(),
                    trial.seconds(),
                    trial.failing(),
                    trial.records());
        }
        out.printf(Locale.ROOT, "%d customers; load of the machine before the run %.1f%n", customers, load);
        failures.forEach(line -> out.println("FAILED     " + line));
    }

    /** The three measurements differ by one part each. */
    private void shares(PrintStream out) {
        double whole = gate.get(2).p50();
        double settings = gate.get(2).settings();
        double builtIn = gate.get(0).p50() - gate.get(0).settings();
        double rules = gate.get(1).p50() - gate.get(0).p50();
        double unique = whole - gate.get(1).p50();
        out.printf(
                Locale.ROOT,
                "of the median: have rules changed %.0f %%, built-in checks %.0f %%, the rules %.0f %%, unique values %.0f %%%n",
                100 * settings / whole,
                100 * builtIn / whole,
                100 * rules / whole,
                100 * unique / whole);
    }
}
