package org.mdmhub.matching.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Learns weights by expectation and maximisation (Dempster, Laird, Rubin 1977), without labels or with some. How probable
 * each level is where two are not the same is counted among the pairs that share a key, for there the near-alike neighbours
 * stand that are to be told from doubles, and among some strangers drawn at random, as most of the former may be the same.
 */
public final class Learning {

    private static final int DRAWN = 1_000_000;
    private static final int DRAWN_EACH = 200;
    private static final int ROUNDS = 25;
    private static final long SEED = 1;
    private static final double LEAST = 0.002;
    private static final double FIRST_MATCHES = 0.3;
    // pairs that one believes to have seen before, a thing; so that a kind with few doubles keeps to what one expects
    private static final double BELIEF = 0.5;
    // how many people's words weigh as much as that belief
    private static final double WORDS = 100;
    // how many words the model's own opinion on a pattern is worth
    private static final double OPINION = 2;
    // pairs drawn at random that are counted, a thing
    private static final double STRANGERS = 30;
    // pairs that must show a level until it says half of what they tell and half of what is shipped
    private static final double ENOUGH = 5;

    private final Profile profile;
    private final Frequencies frequencies;
    private final Weights shipped;

    public Learning(Profile profile, Frequencies frequencies) {
        this.profile = profile;
        this.frequencies = frequencies;
        this.shipped = Weights.shipped(profile);
    }

    /**
     * What people said of pairs that look alike.
     *
     * @param same how many they called the same
     * @param different how many they called different
     */
    public record Told(int same, int different) {

        static final Told NOTHING = new Told(0, 0);

        /** Both together. */
        public Told and(Told more) {
            return new Told(same + more.same, different + more.different);
        }

        private double share(double opinion) {
            return (OPINION * opinion + same) / (OPINION + same + different);
        }
    }

    /** What is believed in one round: how probable each level is, and how many pairs are the same. */
    private record Belief(List<double[]> same, List<double[]> other, double matches, double pairs) {

        private double odds() {
            double prior = Math.max(1, matches) / (pairs + 2);
            return prior / (1 - prior);
        }

        private double share(long pattern) {
            double odds = odds();
            for (int at = 0; at < same.size(); at++) {
                int level = Profile.level(pattern, at);
                odds *= level == Profile.MISSING ? 1 : same.get(at)[level] / other.get(at)[level];
            }
            return odds / (1 + odds);
        }
    }

    /**
     * @param patterns of the pairs that share a key, with how many pairs show each
     * @param told patterns of pairs of which people said what they are; such as are not among the former count too
     */
    public Weights learn(List<Subject> things, Map<Long, Integer> patterns, Map<Long, Told> told) {
        double strangers = STRANGERS * things.size();
        List<double[]> known = byChance(things, strangers);
        double pairs = strangers
                + patterns.values().stream().mapToDouble(count -> count).sum();
        Belief belief = atFirst(patterns, known, pairs, things.size());
        double word = Math.max(1, BELIEF * things.size() / WORDS);
        told.forEach((pattern, words) -> add(known, pattern, words.different));
        for (int round = 0; round < ROUNDS; round++) {
            List<double[]> seen = empty();
            List<double[]> rest = copy(known);
            double matches = 0;
            for (Map.Entry<Long, Integer> entry : patterns.entrySet()) {
                double share = told.getOrDefault(entry.getKey(), Told.NOTHING).share(belief.share(entry.getKey()));
                matches += share * entry.getValue();
                add(seen, entry.getKey(), share * entry.getValue());
                add(rest, entry.getKey(), (1 - share) * entry.getValue());
            }
            told.forEach((pattern, words) -> add(seen, pattern, words.same * word));
            belief = believed(seen, rest, matches, pairs, BELIEF * things.size());
        }
        return weights(belief);
    }

    private Belief atFirst(Map<Long, Integer> patterns, List<double[]> strangers, double pairs, int things) {
        List<double[]> all = copy(strangers);
        patterns.forEach((pattern, count) -> add(all, pattern, count));
        // where nothing is seen the same, they are what one expects
        return believed(empty(), all, Math.min(pairs / 2, FIRST_MATCHES * things), pairs, 1);
    }

    private Belief believed(List<double[]> seen, List<double[]> rest, double matches, double pairs, double belief) {
        List<double[]> same = new ArrayList<>();
        List<double[]> other = new ArrayList<>();
        for (int at = 0; at < seen.size(); at++) {
            double[] expected = profile.comparisons().get(at).expected();
            same.add(shares(seen.get(at), expected, belief));
            other.add(others(
                    rest.get(at), same.get(at), seen.get(at), shipped.fields().get(at)));
        }
        return new Belief(same, other, matches, pairs);
    }

    private Weights weights(Belief belief) {
        List<Weights.Field> fields = new ArrayList<>();
        for (int at = 0; at < belief.same.size(); at++) {
            double average =
                    frequencies.coincidence(profile.comparisons().get(at).field());
            fields.add(Weights.Field.of(belief.same.get(at), belief.other.get(at), average));
        }
        return new Weights(profile, Math.log(belief.odds()) / Math.log(2), fields, frequencies);
    }

    private static void add(List<double[]> into, long pattern, double weight) {
        for (int at = 0; at < into.size(); at++) {
            int level = Profile.level(pattern, at);
            if (level != Profile.MISSING) {
                into.get(at)[level] += weight;
            }
        }
    }

    private List<double[]> empty() {
        List<double[]> all = new ArrayList<>();
        profile.comparisons()
                .forEach(comparison -> all.add(new double[comparison.levels().size()]));
        return all;
    }

    private static List<double[]> copy(List<double[]> all) {
        return all.stream().map(double[]::clone).toList();
    }

    /** The levels of so many pairs, as those have them that are drawn. */
    private List<double[]> byChance(List<Subject> things, double pairs) {
        List<double[]> seen = empty();
        Random random = new Random(SEED);
        int draws = Math.min(DRAWN, DRAWN_EACH * things.size());
        for (int drawn = 0; drawn < draws && things.size() > 1; drawn++) {
            Subject one = things.get(random.nextInt(things.size()));
            Subject other = things.get(random.nextInt(things.size()));
            if (one != other) {
                add(seen, profile.pattern(one, other), pairs / draws);
            }
        }
        return seen;
    }

    /** How probable each level is among the rest; one that hardly any pair shows says what it says in the weights shipped. */
    private static double[] others(double[] rest, double[] same, double[] seen, Weights.Field shipped) {
        double total = Math.max(1, sum(rest)) + rest.length / 2.0;
        double[] other = new double[rest.length];
        for (int level = 0; level < rest.length; level++) {
            double counted = Math.log(same[level] / ((rest[level] + 0.5) / total)) / Math.log(2);
            double pairs = rest[level] + seen[level];
            double bits = (pairs * counted + ENOUGH * shipped.bits(level)) / (pairs + ENOUGH);
            other[level] = same[level] / Math.pow(2, bits);
        }
        return other;
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
