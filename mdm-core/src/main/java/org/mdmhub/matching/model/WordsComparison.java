package org.mdmhub.matching.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/** A longer text as a set of words, of which the rare ones count more: the cosine of their TF-IDF weights. */
final class WordsComparison implements Comparison {

    private static final double AGAINST = -0.4;

    private final String field;
    private final List<String> sources;
    private final double equal;
    private final double[] steps;
    private final List<String> levels;

    /** Sorted hashes of the words, and their weights; the squares of those add up to 1. */
    private static final class Words {
        private final String whole;
        private final int[] hashes;
        private final float[] weights;

        private Words(String whole, int[] hashes, float[] weights) {
            this.whole = whole;
            this.hashes = hashes;
            this.weights = weights;
        }
    }

    /** @param sources the fields whose words count */
    WordsComparison(String field, List<String> sources, double equal, double... steps) {
        this.field = field;
        this.sources = sources;
        this.equal = equal;
        this.steps = steps.clone();
        List<String> names = new ArrayList<>(List.of("equal"));
        for (double step : steps) {
            names.add("alike" + Math.round(step * 100));
        }
        names.add("other");
        this.levels = List.copyOf(names);
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public List<String> levels() {
        return levels;
    }

    /** The more of their weight the words share, the more it says. */
    @Override
    public List<Double> bits() {
        List<Double> bits = new ArrayList<>(List.of(equal));
        for (double step : steps) {
            bits.add(Math.sqrt(step) * equal - 1);
        }
        bits.add(AGAINST * equal);
        return bits;
    }

    /** Rather alike than equal word by word. */
    @Override
    public double[] expected() {
        double[] expected = new double[levels.size()];
        java.util.Arrays.fill(expected, 0.9 / (expected.length - 1));
        expected[expected.length - 1] = 0.1;
        return expected;
    }

    private String whole(FieldValues values) {
        StringBuilder whole = new StringBuilder();
        for (String source : sources) {
            String text = values.text(source);
            if (text != null) {
                whole.append(' ').append(Text.fold(text));
            }
        }
        return whole.toString().strip();
    }

    @Override
    public List<String> words(FieldValues values) {
        return List.copyOf(new LinkedHashSet<>(Text.pieces(whole(values))));
    }

    @Override
    public @Nullable Object prepare(FieldValues values, Frequencies frequencies) {
        List<String> words = words(values);
        if (words.isEmpty()) {
            return null;
        }
        Map<Integer, Double> weighed = new TreeMap<>();
        words.forEach(word -> weighed.put(word.hashCode(), frequencies.rarity(field + ".words", word)));
        double norm =
                Math.sqrt(weighed.values().stream().mapToDouble(w -> w * w).sum());
        int[] hashes = weighed.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] weights = new float[hashes.length];
        int at = 0;
        for (double weight : weighed.values()) {
            weights[at++] = (float) (norm == 0 ? 0 : weight / norm);
        }
        return new Words(whole(values), hashes, weights);
    }

    @Override
    public int level(Object one, Object other) {
        Words here = (Words) one;
        Words there = (Words) other;
        if (here.whole.equals(there.whole)) {
            return 0;
        }
        double likeness = cosine(here, there);
        int level = 0;
        while (level < steps.length && likeness < steps[level]) {
            level++;
        }
        return level + 1;
    }

    private static double cosine(Words one, Words other) {
        double sum = 0;
        int left = 0;
        int right = 0;
        while (left < one.hashes.length && right < other.hashes.length) {
            if (one.hashes[left] == other.hashes[right]) {
                sum += one.weights[left++] * other.weights[right++];
            } else if (one.hashes[left] < other.hashes[right]) {
                left++;
            } else {
                right++;
            }
        }
        return sum;
    }

    @Override
    public String term(Object prepared) {
        return ((Words) prepared).whole;
    }
}
