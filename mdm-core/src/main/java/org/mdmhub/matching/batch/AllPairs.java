package org.mdmhub.matching.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mdmhub.matching.model.Frequencies;
import org.mdmhub.matching.model.Learning;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.model.Subject;
import org.mdmhub.matching.model.Weights;
import org.mdmhub.record.FieldValues;

/**
 * Compares all things of a kind with all others that share a key with them, on all processors. Keeps the things, their keys
 * and what was found, but no pair that was not, so that a million things fit into a few gigabytes.
 */
public final class AllPairs {

    private static final double DOUBLES = 0.2;
    private static final int ENOUGH_TO_LEARN_FROM = 2_000_000;

    private final Profile profile;
    private final List<Subject> subjects;
    private final Frequencies frequencies;
    private final Blocks blocks;
    private final Allowed allowed;

    /** Two things by their numbers in the list, and the bits for their being the same. */
    public record Found(int one, int other, double bits) {}

    /** What somebody said of two things: the same, or not. */
    public record Label(FieldValues one, FieldValues other, boolean same) {}

    /** Which pairs count at all. */
    @FunctionalInterface
    public interface Allowed {
        boolean pair(int one, int other);
    }

    private AllPairs(Profile profile, List<FieldValues> things, Frequencies frequencies, int most, Allowed allowed) {
        this.profile = profile;
        this.frequencies = frequencies;
        this.allowed = allowed;
        this.subjects = things.parallelStream()
                .map(thing -> profile.prepare(thing, frequencies))
                .toList();
        this.blocks = new Blocks(
                things.parallelStream()
                        .map(thing -> Blocks.hashed(profile.keys().apply(thing)))
                        .toArray(long[][]::new),
                most);
    }

    /**
     * Things of which it is counted how common their values are, to learn weights from.
     *
     * @param most things that may share a key
     */
    public static AllPairs counted(Profile profile, List<FieldValues> things, int most, Allowed allowed) {
        Frequencies frequencies = new Frequencies();
        things.forEach(thing -> profile.count(thing, frequencies));
        AllPairs pairs = new AllPairs(profile, things, frequencies, most, allowed);
        pairs.subjects.forEach(subject -> profile.count(subject, frequencies));
        return pairs;
    }

    /** Things to be compared under weights that are known already. */
    public static AllPairs under(Weights weights, List<FieldValues> things, int most) {
        return new AllPairs(weights.profile(), things, weights.frequencies(), most, (one, other) -> true);
    }

    /** Weights learned from these things alone, of very many pairs from a part of them. */
    public Weights learn() {
        return learn(List.of());
    }

    /** The same where people have said of some pairs what they are. Those need not be among these things. */
    public Weights learn(List<Label> said) {
        int oneIn = (int) Math.max(1, blocks.count() / ENOUGH_TO_LEARN_FROM);
        PairLog log = new PairLog();
        blocks.pairs((one, other) -> {
            if (drawn(one, other, oneIn) && allowed.pair(one, other)) {
                log.add(one, other, profile.pattern(subjects.get(one), subjects.get(other)));
            }
        });
        Map<Long, Integer> patterns = new HashMap<>();
        log.forEach((one, other, pattern) -> patterns.merge(pattern, oneIn, Integer::sum));
        return new Learning(profile, frequencies).learn(subjects, patterns, told(said));
    }

    private Map<Long, Learning.Told> told(List<Label> said) {
        Map<Long, Learning.Told> told = new HashMap<>();
        for (Label label : said) {
            long pattern =
                    profile.pattern(profile.prepare(label.one, frequencies), profile.prepare(label.other, frequencies));
            Learning.Told word = label.same ? new Learning.Told(1, 0) : new Learning.Told(0, 1);
            told.merge(pattern, word, Learning.Told::and);
        }
        return told;
    }

    /** The weights that the hub is shipped with, among these things: one in ten is believed to have a double. */
    public Weights shipped() {
        return Weights.shipped(profile).among(frequencies, DOUBLES / Math.max(2, subjects.size()));
    }

    /** One pair in so many, always the same ones. */
    private static boolean drawn(int one, int other, int oneIn) {
        long mixed = ((long) one << Integer.SIZE | other) * 0x9E3779B97F4A7C15L;
        return (mixed >>> Integer.SIZE) % oneIn == 0;
    }

    /** The pairs with at least so many bits. */
    public List<Found> found(Weights weights, double least) {
        PairLog log = new PairLog();
        blocks.pairs((one, other) -> {
            if (allowed.pair(one, other)) {
                double bits = weights.bits(subjects.get(one), subjects.get(other));
                if (bits >= least) {
                    log.add(one, other, Double.doubleToRawLongBits(bits));
                }
            }
        });
        List<Found> found = new ArrayList<>();
        log.forEach((one, other, bits) -> found.add(new Found(one, other, Double.longBitsToDouble(bits))));
        return found;
    }
}
