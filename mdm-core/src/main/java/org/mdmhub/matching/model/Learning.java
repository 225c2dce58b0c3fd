package org.mdmhub.matching.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Learns weights without labels: how probable each level is by chance from pairs drawn at random, how probable it is
 * among the same by expectation and maximisation over the pairs that share a key (Dempster, Laird, Rubin 1977). Pairs that
 * share none count as different.
 */
public final class Learning {

    private static final int DRAWN = 1_000_000;
    private static final int ROUNDS = 25;
    private static final long SEED = 1;
    private static final double SMALLEST = 1e-7;
    private static final double LEAST = 0.002;
    private static final double FIRST_MATCHES = 0.3;
    // pairs that one believes to have seen before, a thing; so that a kind with few doubles keeps to what one expects
    private static final double BELIEF = 0.5;

    private final Profile profile;
    private final Frequencies frequencies;

    public Learning(Profile profile, Frequencies frequencies) {
        this.profile = profile;
        this.frequencies = frequencies;
    }

    /**
     * @param patterns of the pairs that share a key, with how many pairs show each
     * @param pairs how many pairs there are in all
     */
    public Weights learn(List<Subject> subjects, Map<Long, Integer> patterns, double pairs) {
        List<double[]> random = byChance(subjects);
        List<double[]> same = atFirst();
        double matches = FIRST_MATCHES * subjects.size();
        for (int round = 0; round < ROUNDS; round++) {
            double prior = Math.max(1, matches) / pairs;
            List<double[]> seen = empty();
            matches = 0;
            for (Map.Entry<Long, Integer> entry : patterns.entrySet()) {
                double odds = prior / (1 - prior);
                for (int at = 0; at < seen.size(); at++) {
                    int level = Profile.level(entry.getKey(), at);
                    odds *= level == Profile.MISSING ? 1 : same.get(at)[level] / random.get(at)[level];
                }
                double share = entry.getValue() * odds / (1 + odds);
                matches += share;
                for (int at = 0; at < seen.size(); at++) {
                    int level = Profile.level(entry.getKey(), at);
                    if (level != Profile.MISSING) {
                        seen.get(at)[level] += share;
                    }
                }
            }
            for (int at = 0; at < seen.size(); at++) {
                same.set(at, shares(seen.get(at), profile.comparisons().get(at).expected(), BELIEF * subjects.size()));
            }
        }
        List<Weights.Field> fields = new ArrayList<>();
        for (int at = 0; at < same.size(); at++) {
            fields.add(Weights.Field.of(same.get(at), random.get(at)));
        }
        double odds = Math.max(1, matches) / pairs;
        return new Weights(profile, Math.log(odds / (1 - odds)) / Math.log(2), fields, frequencies);
    }

    public Weights learn(
            List<Subject> subjects, Map<Long, Integer> patterns, Map<Long, Integer> same, Map<Long, Integer> other) {
        return learn(subjects, patterns, subjects.size() * 1000.0 + same.size() + other.size());
    }

    private List<double[]> empty() {
        List<double[]> all = new ArrayList<>();
        profile.comparisons()
                .forEach(comparison -> all.add(new double[comparison.levels().size()]));
        return all;
    }

    /** Equal and near values are likely among the same, more so than by any chance. */
    private List<double[]> atFirst() {
        List<double[]> all = new ArrayList<>();
        profile.comparisons().forEach(comparison -> all.add(comparison.expected()));
        return all;
    }

    private List<double[]> byChance(List<Subject> subjects) {
        List<double[]> seen = empty();
        Random random = new Random(SEED);
        for (int drawn = 0; drawn < DRAWN && subjects.size() > 1; drawn++) {
            Subject one = subjects.get(random.nextInt(subjects.size()));
            Subject other = subjects.get(random.nextInt(subjects.size()));
            if (one == other) {
                continue;
            }
            long pattern = profile.pattern(one, other);
            for (int at = 0; at < seen.size(); at++) {
                int level = Profile.level(pattern, at);
                if (level != Profile.MISSING) {
                    seen.get(at)[level]++;
                }
            }
        }
        List<double[]> shares = new ArrayList<>();
        for (int at = 0; at < seen.size(); at++) {
            double[] levels = seen.get(at);
            double total = Math.max(1, sum(levels));
            double[] share = new double[levels.length];
            for (int level = 0; level < levels.length; level++) {
                share[level] = Math.max(SMALLEST, (levels[level] + 0.1) / (total + 0.1 * levels.length));
            }
            double exact = frequencies.coincidence(profile.comparisons().get(at).field());
            if (exact > 0) {
                share[0] = Math.max(SMALLEST, exact);
            }
            shares.add(share);
        }
        return shares;
    }

    /** What was seen, and as many more as one believes in, in the shares that one expects. */
    private static double[] shares(double[] seen, double[] expected, double belief) {
        double total = sum(seen) + belief;
        double[] share = new double[seen.length];
        for (int level = 0; level < seen.length; level++) {
            share[level] = Math.max(LEAST, (seen[level] + belief * expected[level]) / total);
        }
        return share;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
