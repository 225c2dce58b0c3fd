package org.mdmhub.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.matching.batch.AllPairs;
import org.mdmhub.matching.batch.Clusters;

/**
 * Records that may all be the same thing: a pair, or more that hang together.
 *
 * @param best the pair by which it stands in the queue
 * @param looks all its open pairs, {@code best} among them
 * @param members numbers of the records, those of the best pair first
 */
public record Group(Look best, List<Look> looks, List<Long> members) {

    /** So many records stand in one group, and are merged at once. */
    public static final int MOST = 10;

    /** Each pair stands in one group; one that only a chain ties to others stands by itself. */
    static List<Group> of(List<Look> looks, Comparator<Look> order) {
        List<Look> sorted = looks.stream().sorted(order).toList();
        Map<Long, Integer> numbers = new HashMap<>();
        sorted.forEach(look -> look.members().forEach(member -> numbers.putIfAbsent(member, numbers.size())));
        List<AllPairs.Found> found = sorted.stream()
                .map(look -> new AllPairs.Found(
                        number(numbers, look.first()),
                        number(numbers, look.second()),
                        look.score() + (look.outcome() == MatchOutcome.MATCH ? 1 : 0)))
                .toList();
        int[] clusters = Clusters.of(numbers.size(), found, MOST);
        Map<Object, List<Look>> groups = new LinkedHashMap<>();
        for (Look look : sorted) {
            int one = clusters[number(numbers, look.first())];
            boolean together = one == clusters[number(numbers, look.second())];
            groups.computeIfAbsent(together ? one : look.id(), key -> new ArrayList<>())
                    .add(look);
        }
        return groups.values().stream().map(Group::of).toList();
    }

    private static int number(Map<Long, Integer> numbers, long member) {
        return Objects.requireNonNull(numbers.get(member));
    }

    private static Group of(List<Look> looks) {
        Set<Long> members = new LinkedHashSet<>();
        looks.forEach(look -> look.members().forEach(members::add));
        return new Group(looks.get(0), List.copyOf(looks), List.copyOf(members));
    }
}
