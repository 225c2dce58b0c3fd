package org.mdmhub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.mdmhub.bench.Bench.WrongOption;
import org.mdmhub.matching.name.CompanyName;
import org.mdmhub.matching.name.CompanyNames;

/** How well names find the name that they mean among many others, and how many that only look alike are called the same. */
final class NamesBench {

    static final String NAME = "names";

    private static final List<String> OPTIONS = List.of("--corpus", "--queries");
    private static final int TEN = 10;
    private static final int WARMING = 1000;
    private static final double MICROS = 1000;
    private static final double SECOND = 1e9;
    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;

    private NamesBench() {}

    /** One question: what is asked, the name that it means or must not be taken for. */
    record Query(String text, String expected, boolean same) {}

    /**
     * What came out.
     *
     * @param same questions that mean a name
     * @param matched of these, how many are called MATCH from the names alone
     * @param others questions whose expected name is another one
     * @param wronglyMatched of these, how many are called MATCH
     */
    record Report(
            String name,
            Machine machine,
            String at,
            int corpus,
            double indexSeconds,
            int same,
            double recallAt1,
            double recallAt10,
            int matched,
            int others,
            int wronglyMatched,
            double p50Micros,
            double p95Micros,
            List<Query> wrong) {}

    /** True where questions were asked. */
    static boolean run(List<String> words) throws IOException, WrongOption {
        Map<String, Path> files = FileOptions.parse(NAME, words, OPTIONS);
        if (files.isEmpty()) {
            System.out.println("bench names: nothing to do without --corpus FILE --queries FILE");
            return true;
        }
        List<String> corpus = new ArrayList<>();
        DataTable table = table(files, "--corpus", List.of("name"));
        table.rows().forEach(row -> corpus.add(table.cell(row, "name")));
        List<Query> queries = queries(table(files, "--queries", List.of("query", "expected", "same")));
        System.out.printf(
                "bench names: %d names, %d questions, on %s%n", corpus.size(), queries.size(), Machine.here());
        Report report = measure(corpus.stream().distinct().toList(), queries);
        print(report);
        System.out.println("written: " + Results.write(NAME, report));
        return !queries.isEmpty();
    }

    private static DataTable table(Map<String, Path> files, String option, List<String> columns)
            throws IOException, WrongOption {
        Path file = files.get(option);
        if (file == null || !Files.isRegularFile(file)) {
            throw new WrongOption(
                    "bench names needs " + option + " FILE" + (file == null ? "" : ", there is no " + file));
        }
        DataTable table = DataTable.read(file, ",", true);
        if (!table.columns().keySet().containsAll(columns)) {
            throw new WrongOption("the file " + file + " needs the columns " + columns);
        }
        return table;
    }

    private static List<Query> queries(DataTable table) {
        Predicate<String> yes = word -> List.of("true", "1", "yes").contains(word.toLowerCase(Locale.ROOT));
        return table.rows().stream()
                .map(row -> new Query(
                        table.cell(row, "query"), table.cell(row, "expected"), yes.test(table.cell(row, "same"))))
                .toList();
    }

    static Report measure(List<String> corpus, List<Query> queries) {
        long begun = System.nanoTime();
        NameIndex index = new NameIndex(corpus);
        double indexSeconds = (System.nanoTime() - begun) / SECOND;
        queries.stream().limit(WARMING).forEach(query -> index.nearest(query.text(), TEN));
        int[] found = new int[2];
        double[] micros = new double[queries.size()];
        for (int i = 0; i < micros.length; i++) {
            Query query = queries.get(i);
            long start = System.nanoTime();
            List<NameIndex.Found> nearest = index.nearest(query.text(), TEN);
            micros[i] = (System.nanoTime() - start) / MICROS;
            int rank = query.same() ? rank(nearest, query.expected()) : -1;
            found[0] += rank == 0 ? 1 : 0;
            found[1] += rank >= 0 ? 1 : 0;
        }
        Arrays.sort(micros);
        List<Query> same = queries.stream().filter(Query::same).toList();
        List<Query> others = queries.stream().filter(query -> !query.same()).toList();
        List<Query> wrong = others.stream().filter(NamesBench::isMatch).toList();
        return new Report(
                NAME,
                Machine.here(),
                Instant.now().toString(),
                corpus.size(),
                indexSeconds,
                same.size(),
                share(found[0], same.size()),
                share(found[1], same.size()),
                (int) same.stream().filter(NamesBench::isMatch).count(),
                others.size(),
                wrong.size(),
                at(micros, MEDIAN),
                at(micros, P95),
                wrong.subList(0, Math.min(TEN, wrong.size())));
    }

    private static boolean isMatch(Query query) {
        return CompanyNames.compare(CompanyName.of(query.text()), CompanyName.of(query.expected()))
                .isMatch();
    }

    private static int rank(List<NameIndex.Found> nearest, String expected) {
        String full = CompanyName.of(expected).full();
        for (int i = 0; i < nearest.size(); i++) {
            if (CompanyName.of(nearest.get(i).name()).full().equals(full)) {
                return i;
            }
        }
        return -1;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    private static void print(Report report) {
        System.out.printf(
                Locale.ROOT,
                """
                names in the corpus        %d, indexed in %.1f s
                questions that mean one    %d
                  recall@1                 %.4f
                  recall@10                %.4f
                  called MATCH             %d
                questions that mean none   %d
                  called MATCH             %d
                look-up                    p50 %.2f ms, p95 %.2f ms
                """,
                report.corpus,
                report.indexSeconds,
                report.same,
                report.recallAt1,
                report.recallAt10,
                report.matched,
                report.others,
                report.wronglyMatched,
                report.p50Micros / MICROS,
                report.p95Micros / MICROS);
        report.wrong.forEach(query -> System.out.println("  wrongly: " + query.text() + " = " + query.expected()));
    }
}
