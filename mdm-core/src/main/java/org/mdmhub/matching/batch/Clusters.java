package org.mdmhub.matching.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of things that are the same: connected components, grown from the best pair down, with a guard against chains: two
 * groups become one only where enough of the pairs between them were found to be the same.
 */
public final class Clusters {

    private static final double ENOUGH = 0.3;

    private final int[] parent;
    private final int[] size;
    private final List<Map<Integer, Integer>> links = new ArrayList<>();

    private final int most;

    private Clusters(int things, int most) {
        this.most = most;
        parent = new int[things];
        size = new int[things];
        for (int at = 0; at < things; at++) {
            parent[at] = at;
            size[at] = 1;
            links.add(new HashMap<>(2));
        }
    }

    /**
     * The group of each thing, named by one of its members.
     *
     * @param pairs that were found to be the same
     */
    public static int[] of(int things, List<AllPairs.Found> pairs) {
        return of(things, pairs, things);
    }

    /** The same, with so many in a group at most. */
    public static int[] of(int things, List<AllPairs.Found> pairs, int most) {
        Clusters clusters = new Clusters(things, most);
        for (AllPairs.Found pair : pairs) {
            clusters.link(pair.one(), pair.other());
        }
        pairs.stream()
                .sorted(Comparator.comparingDouble(AllPairs.Found::bits).reversed())
                .forEach(pair -> clusters.join(pair.one(), pair.other()));
        int[] groups = new int[things];
        for (int at = 0; at < things; at++) {
            groups[at] = clusters.root(at);
        }
        return groups;
    }

    private void link(int one, int other) {
        links.get(one).merge(other, 1, Integer::sum);
        links.get(other).merge(one, 1, Integer::sum);
    }

    private int root(int thing) {
        int at = thing;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void join(int one, int other) {
        int left = root(one);
        int right = root(other);
        if (left == right
                || size[left] + size[right] > most
                || links.get(left).getOrDefault(right, 0) < ENOUGH * size[left] * size[right]) {
            return;
        }
        int kept = links.get(left).size() >= links.get(right).size() ? left : right;
        int gone = kept == left ? right : left;
        parent[gone] = kept;
        size[kept] += size[gone];
        links.get(kept).remove(gone);
        links.get(gone).remove(kept);
        links.get(gone).forEach((neighbour, count) -> {
            links.get(kept).merge(neighbour, count, Integer::sum);
            links.get(neighbour).remove(gone);
            links.get(neighbour).merge(kept, count, Integer::sum);
        });
        links.set(gone, Map.of());
    }
}
