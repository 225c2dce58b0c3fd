package org.mdmhub.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mdmhub.matching.batch.AllPairs;
import org.mdmhub.matching.batch.Clusters;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.model.Weights;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;

/**
 * Which of many things that nobody keeps yet are the same, all against all: under the weights and rules of the single look-up, so
 * that a pair scores as it would there.
 */
@Component
public class Among {

    /** As in the single look-up: a key that more share tells nothing. */
    private static final int MOST = 200;

    /** Bits that rules may still add to those of the weights: a short or former name. */
    private static final double RULES = 14;

    /** Of very many with the same name each is compared with the next ones. */
    private static final int NEXT = 60;

    private final Map<String, MatchModel> models;
    private final ModelWeights weights;

    Among(List<MatchModel> models, ModelWeights weights) {
        this.models = models.stream().collect(Collectors.toMap(MatchModel::type, model -> model));
        this.weights = weights;
    }

    /** Two that are or may be the same, by their numbers in the list, the smaller one first. */
    public record Same(int one, int other, double score, MatchOutcome outcome, double bits) {}

    /** Fields by which such things are compared; none where they are not matched. */
    public List<String> compared(String type) {
        MatchModel model = models.get(type);
        return model == null ? List.of() : model.compared();
    }

    /** Whether the look-up would look for it at all. */
    public boolean isCompared(String type, FieldValues thing) {
        MatchModel model = models.get(type);
        return model != null && model.matches(thing) && !model.names(thing).isEmpty();
    }

    /** The pairs among them that are or may be the same; on all processors. */
    public List<Same> pairs(String type, List<FieldValues> things) {
        MatchModel model = Objects.requireNonNull(models.get(type));
        Weighing weighing = weights.of(model);
        Set<Long> near = new TreeSet<>();
        byWeights(model, weighing, things, near);
        byStrongKeys(model, things, near);
        return near.parallelStream()
                .map(pair -> same(model, weighing, things, (int) (pair >> Integer.SIZE), pair.intValue()))
                .filter(same -> same.outcome() != MatchOutcome.NONE)
                .toList();
    }

    /** The group of each thing, named by one of its members; one that is like no other is a group of its own. */
    public static int[] groups(int things, Collection<Same> pairs) {
        return Clusters.of(
                things,
                pairs.stream()
                        .map(same -> new AllPairs.Found(same.one(), same.other(), same.bits()))
                        .toList());
    }

    private static Same same(MatchModel model, Weighing weighing, List<FieldValues> things, int one, int other) {
        Verdict verdict = Matching.compare(model, weighing, things.get(one), things.get(other));
        return new Same(one, other, verdict.score(), verdict.outcome(), verdict.bits());
    }

    private static void byWeights(MatchModel model, Weighing weighing, List<FieldValues> things, Set<Long> near) {
        Map<Profile, List<Integer>> kinds = new LinkedHashMap<>();
        for (int at = 0; at < things.size(); at++) {
            kinds.computeIfAbsent(model.profile(things.get(at)), profile -> new ArrayList<>())
                    .add(at);
        }
        double least = Math.log(weighing.possible() / (1 - weighing.possible())) / Math.log(2) - RULES;
        kinds.forEach((profile, members) -> {
            Weights known = weighing.of(profile);
            AllPairs all =
                    AllPairs.under(known, members.stream().map(things::get).toList(), MOST);
            all.found(known, least)
                    .forEach(found -> near.add(pair(members.get(found.one()), members.get(found.other()))));
        });
    }

    private static void byStrongKeys(MatchModel model, List<FieldValues> things, Set<Long> near) {
        Map<String, List<Integer>> sharing = new HashMap<>();
        for (int at = 0; at < things.size(); at++) {
            for (String key : MatchKeys.strong(model, things.get(at))) {
                sharing.computeIfAbsent(key, shared -> new ArrayList<>(2)).add(at);
            }
        }
        for (List<Integer> members : sharing.values()) {
            for (int one = 0; one < members.size(); one++) {
                for (int other = one + 1; other < Math.min(members.size(), one + NEXT); other++) {
                    near.add(pair(members.get(one), members.get(other)));
                }
            }
        }
    }

    private static long pair(int one, int other) {
        return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
    }
}
