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

/** Compares all things of a kind with all others that share a key with them. */
public final class AllPairs {

    /** Two things by their numbers in the list, and the bits for their being the same. */
    public record Found(int one, int other, double bits) {}

    /** Which pairs count at all. */
    @FunctionalInterface
    public interface Allowed {
        boolean pair(int one, int other);
    }

    /**
     * The pairs with at least so many bits under weights that are known already; keeps nothing of the others, so that a million
     * things fit into a few gigabytes.
     *
     * @param most things that may share a key
     */
    public static List<Found> found(Weights weights, List<FieldValues> things, int most, double least) {
        Profile profile = weights.profile();
        List<Subject> subjects = things.parallelStream()
                .map(thing -> profile.prepare(thing, weights.frequencies()))
                .toList();
        PairLog kept = new PairLog();
        blocks(profile, things, most).pairs((one, other) -> {
            double bits = weights.bits(subjects.get(one), subjects.get(other));
            if (bits >= least) {
                kept.add(one, other, Double.doubleToRawLongBits(bits));
            }
        });
        List<Found> found = new ArrayList<>();
        kept.forEach((one, other, bits) -> found.add(new Found(one, other, Double.longBitsToDouble(bits))));
        return found;
    }

    private static Blocks blocks(Profile profile, List<FieldValues> things, int most) {
        long[][] keys = things.parallelStream()
                .map(thing -> Blocks.hashed(profile.keys().apply(thing)))
                .toArray(long[][]::new);
        return new Blocks(keys, most);
    }

    private final Profile profile;
    private final List<Subject> subjects;
    private final Frequencies frequencies = new Frequencies();
    private final PairLog log = new PairLog();
    private final double all;

    /**
     * Prepares and compares.
     *
     * @param most things that may share a key
     * @param all how many pairs there are
     */
    public AllPairs(Profile profile, List<FieldValues> things, int most, double all, Allowed allowed) {
        this.profile = profile;
        this.all = all;
        things.forEach(thing -> profile.count(thing, frequencies));
        this.subjects = things.parallelStream()
                .map(thing -> profile.prepare(thing, frequencies))
                .toList();
        subjects.forEach(subject -> profile.count(subject, frequencies));
        blocks(profile, things, most).pairs((one, other) -> {
            if (allowed.pair(one, other)) {
                log.add(one, other, profile.pattern(subjects.get(one), subjects.get(other)));
            }
        });
    }

    /** Weights learned from these things alone. */
    public Weights learn() {
        Map<Long, Integer> patterns = new HashMap<>();
        log.forEach((one, other, pattern) -> patterns.merge(pattern, 1, Integer::sum));
        return new Learning(profile, frequencies).learn(subjects, patterns, all);
    }

    /** The pairs with at least so many bits. */
    public List<Found> found(Weights weights, double least) {
        List<Found> found = new ArrayList<>();
        log.forEach((one, other, pattern) -> {
            double bits = weights.bits(pattern, subjects.get(one));
            if (bits >= least) {
                found.add(new Found(one, other, bits));
            }
        });
        return found;
    }
}
