package org.mdmhub.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came out of looking up one customer among many.
 *
 * @param missed why queries were not answered first by the customer that they mean, and how many each
 */
record LookupReport(
        String name,
        Machine machine,
        String at,
        int customers,
        List<Way> ways,
        Sizes sizes,
        Reach reach,
        Map<String, Integer> missed) {

    /** A way of looking up; times in milliseconds. */
    record Way(String way, int queries, double p50, double p95, double p99, double recallAt1, double recallAt10) {}

    /** In MB: rows of the keys, their index by key and the one by subject, what is compared, and the trigrams' index. */
    record Sizes(long keys, long byKey, long bySubject, long subjects, long trigrams) {}

    /**
     * How much one look-up touches.
     *
     * @param keys of a query on the average
     * @param overBound share of queries with a key that more share than are read of it
     * @param comparedP50 how many subjects are compared
     * @param most queries for which as many were compared as ever are
     */
    record Reach(double keys, double overBound, int comparedP50, int comparedP95, double most) {}

    void print() {
        for (Way way : ways) {
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %5d queries: p50 %7.1f ms, p95 %7.1f, p99 %7.1f; recall@1 %.4f, recall@10 %.4f%n",
                    way.way,
                    way.queries,
                    way.p50,
                    way.p95,
                    way.p99,
                    way.recallAt1,
                    way.recallAt10);
        }
        System.out.printf(
                Locale.ROOT,
                """
                %d customers, in MB: keys %d, their index by key %d, by subject %d; what is compared %d; trigrams' index %d
                a query has %.1f keys; %.3f of them have one that too many share; compared: p50 %d, p95 %d, the bound in %.3f
                """,
                customers,
                sizes.keys,
                sizes.byKey,
                sizes.bySubject,
                sizes.subjects,
                sizes.trigrams,
                reach.keys,
                reach.overBound,
                reach.comparedP50,
                reach.comparedP95,
                reach.most);
        System.out.println("not found first: " + missed);
    }
}
