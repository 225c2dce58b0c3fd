package org.mdmhub.matching.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What each level of each comparison says, in bits.
 *
 * @param prior bits for two things drawn at random, far below zero
 * @param fields one a comparison of the profile, in its order
 */
public record Weights(Profile profile, double prior, List<Field> fields, Frequencies frequencies) {

    private static final double LOG2 = Math.log(2);
    private static final double RAREST = 9;
    /** One pair in a thousand of those that are worth comparing. */
    public static final double PRIOR = -10;

    /**
     * @param same how probable each level is where two are the same
     * @param random how probable it is where they are not
     * @param average how probable it is that any two have an equal value; by this a value is rare or common
     */
    public record Field(List<Double> same, List<Double> random, double average) {

        static Field of(double[] same, double[] random, double average) {
            return new Field(
                    Arrays.stream(same).boxed().toList(),
                    Arrays.stream(random).boxed().toList(),
                    average);
        }

        /** What the level says. */
        public double bits(int level) {
            return Math.log(same.get(level) / random.get(level)) / LOG2;
        }
    }

    /** What a hub begins with, before it has learned anything. */
    public static Weights shipped(Profile profile) {
        List<Field> fields = new ArrayList<>();
        for (Comparison comparison : profile.comparisons()) {
            double[] same = comparison.expected();
            double[] random = new double[same.length];
            for (int level = 0; level < same.length; level++) {
                random[level] = same[level] / Math.pow(2, comparison.bits().get(level));
            }
            fields.add(Field.of(same, random, random[0]));
        }
        return new Weights(profile, PRIOR, fields, new Frequencies());
    }

    /** The same where it is known how common values are, and how likely any two are the same. */
    public Weights among(Frequencies known, double probability) {
        return new Weights(profile, bits(probability), fields, known);
    }

    /** As maps of texts and numbers, to be written down; read back by {@link #of}. */
    public Map<String, Object> asMap() {
        return Written.map(this);
    }

    /**
     * What was written down.
     *
     * @throws IllegalArgumentException where it is of another profile, or of comparisons or levels that have changed since;
     *     the text says which
     */
    public static Weights of(Profile profile, Map<String, ?> map) {
        return Written.weights(profile, map);
    }

    /** Bits for the two being the same. */
    public double bits(Subject one, Subject other) {
        return bits(profile.pattern(one, other), one);
    }

    /** The same for levels that are known; {@code one} is any of the two. */
    public double bits(long pattern, Subject one) {
        double sum = prior;
        for (int at = 0; at < fields.size(); at++) {
            int level = Profile.level(pattern, at);
            if (level != Profile.MISSING) {
                sum += bits(at, level, one);
            }
        }
        return sum;
    }

    private double bits(int comparison, int level, Subject one) {
        double bits = fields.get(comparison).bits(level);
        return level == 0 ? bits + rareness(comparison, one) : bits;
    }

    /** How much more an equal value says than equal values do on the average; less than nothing for a common one. */
    private double rareness(int comparison, Subject one) {
        Comparison compared = profile.comparisons().get(comparison);
        double average = fields.get(comparison).average;
        Object value = one.value(comparison);
        String term = value == null ? null : compared.term(value);
        if (term == null || average <= 0 || frequencies.total(compared.field()) == 0) {
            return 0;
        }
        double bits = Math.log(average / frequencies.share(compared.field(), term)) / LOG2;
        return Math.max(-RAREST, Math.min(RAREST, bits));
    }

    /** What one field says: how well it agrees, and what that weighs in bits. */
    public record Said(String field, String level, double bits) {}

    /** What each field that both have says. */
    public List<Said> said(Subject one, Subject other) {
        long pattern = profile.pattern(one, other);
        List<Said> said = new ArrayList<>();
        for (int at = 0; at < fields.size(); at++) {
            int level = Profile.level(pattern, at);
            if (level != Profile.MISSING) {
                Comparison comparison = profile.comparisons().get(at);
                said.add(new Said(comparison.field(), comparison.levels().get(level), bits(at, level, one)));
            }
        }
        return said;
    }

    /** Of a probability between 0 and 1. */
    public static double bits(double probability) {
        return Math.log(probability / (1 - probability)) / LOG2;
    }

    /** Between 0 and 1. */
    public static double probability(double bits) {
        return 1 / (1 + Math.pow(2, -bits));
    }
}
