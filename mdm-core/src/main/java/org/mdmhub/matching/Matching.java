package org.mdmhub.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.model.Subject;
import org.mdmhub.matching.model.Weights;
import org.mdmhub.matching.name.CompanyName;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.SearchTerms;
import org.mdmhub.reference.Pinyin;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what is or may be the same thing, among records and open requests. Runs in a system scope. */
@Component
public class Matching {

    /** Candidates at most. */
    public static final int LIMIT = 20;

    private final Map<String, MatchModel> models;
    private final MatchSubjects subjects;
    private final ModelWeights weights;
    private final SearchTerms search;

    Matching(List<MatchModel> models, MatchSubjects subjects, ModelWeights weights, SearchTerms search) {
        this.models = models.stream().collect(Collectors.toMap(MatchModel::type, model -> model));
        this.subjects = subjects;
        this.weights = weights;
        this.search = search;
    }

    /**
     * What is or may be the same, best first.
     *
     * @param self who asks and is not its own candidate, null for values that nobody owns yet
     */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(String type, FieldValues values, @Nullable Owner self) {
        MatchModel model = models.get(type);
        if (model == null || !model.matches(values) || model.names(values).isEmpty()) {
            return List.of();
        }
        String own = model.names(values).get(0);
        Set<String> strong = MatchKeys.strong(model, values);
        Weighing weighing = weights.of(model);
        Subject asked = prepared(weighing.of(model.profile(values)), values);
        List<Candidate> found = new ArrayList<>();
        for (MatchSubjects.Kept other : subjects.near(type, MatchKeys.of(model, values), strong)) {
            if (!other.owner().equals(self)) {
                Verdict verdict = judge(model, weighing, asked, values, other.compared());
                if (verdict.outcome() != MatchOutcome.NONE) {
                    found.add(new Candidate(
                            other.owner(),
                            type,
                            own,
                            other.orgUnitId(),
                            other.name(),
                            verdict.score(),
                            verdict.outcome(),
                            verdict.evidence(),
                            verdict.prior()));
                }
            }
        }
        found.sort(Comparator.comparing(Candidate::outcome)
                .thenComparing(Comparator.comparing(Candidate::score).reversed()));
        return found.subList(0, Math.min(LIMIT, found.size()));
    }

    /** What the weights of the fields and the rules of the domain say of two. */
    public static Verdict compare(MatchModel model, Weighing weighing, FieldValues one, FieldValues other) {
        return judge(model, weighing, prepared(weighing.of(model.profile(one)), one), one, other);
    }

    /** Two of different kinds are compared as the first kind of the model, whichever of them asks. */
    private static Profile both(MatchModel model, Profile one, Profile other) {
        return one.name().equals(other.name()) ? one : model.profiles().get(0);
    }

    private static Subject prepared(Weights weights, FieldValues values) {
        return weights.profile().prepare(values, weights.frequencies());
    }

    private static Verdict judge(
            MatchModel model, Weighing weighing, Subject prepared, FieldValues one, FieldValues other) {
        Profile own = model.profile(one);
        Profile profile = both(model, own, model.profile(other));
        Weights weights = weighing.of(profile);
        Subject asked = profile.name().equals(own.name()) ? prepared : prepared(weights, one);
        Verdict verdict = new Verdict(weights, weighing.possible(), asked, prepared(weights, other));
        model.judge(verdict, one, other);
        return verdict;
    }

    /** Lets others find these values under their owner, by name, pinyin and identifier. */
    public void keep(Owner owner, String type, int orgUnit, FieldValues values) {
        MatchModel model = models.get(type);
        Long record = owner.recordId();
        if (record != null) {
            search.replace(record, "NAME", terms(model, values));
        }
        if (model == null || !model.matches(values) || model.names(values).isEmpty()) {
            subjects.remove(owner);
            return;
        }
        Traces traces = traces(model, values);
        subjects.put(type, new MatchSubjects.Kept(owner, orgUnit, traces.name(), traces.compared()), traces.keys());
    }

    /**
     * By what values that are matched and have a name are found.
     *
     * @param terms of a search, not yet folded
     * @param compared the fields that are kept for comparing
     * @param keys by which others find it, as they are kept
     */
    public record Traces(Set<String> terms, String name, FieldValues compared, List<Long> keys) {}

    /** Names the way in which keys are made; raised whenever that changes. */
    public static int keysVersion() {
        return MatchKeys.VERSION;
    }

    /** What {@link #keep} keeps of values. */
    public static Traces traces(MatchModel model, FieldValues values) {
        Map<String, @Nullable Object> compared = new LinkedHashMap<>();
        model.compared().forEach(field -> compared.put(field, values.get(field)));
        String name = model.names(values).get(0);
        return new Traces(
                terms(model, values),
                name,
                FieldValues.of(compared),
                MatchKeys.numbers(model.type(), MatchKeys.of(model, values)));
    }

    public void forget(Owner owner) {
        subjects.remove(owner);
    }

    /**
     * Waits for everybody who is writing something with one of the same strong keys, until the transaction ends.
     *
     * @param more keys beside those of the match model, which are locked in the same order
     */
    public void lock(String type, FieldValues values, Collection<String> more) {
        MatchModel model = models.get(type);
        Set<String> keys = new LinkedHashSet<>(more);
        if (model != null && model.matches(values)) {
            keys.addAll(MatchKeys.strong(model, values));
        }
        Set<Integer> buckets =
                keys.stream().map(key -> MatchKeys.bucket(type, key)).collect(Collectors.toSet());
        if (!buckets.isEmpty()) {
            subjects.lock(buckets);
        }
    }

    /** Makes the keys of some subjects anew that were made in an older way; how many that were. */
    @Transactional
    int rekey(int most) {
        Map<Long, Set<Long>> keys = new LinkedHashMap<>();
        for (MatchSubjects.Old subject : subjects.old(most)) {
            MatchModel model = models.get(subject.type());
            keys.put(
                    subject.id(),
                    model == null
                            ? Set.of()
                            : Set.copyOf(MatchKeys.numbers(subject.type(), MatchKeys.of(model, subject.compared()))));
        }
        subjects.rekey(keys);
        return keys.size();
    }

    private static Set<String> terms(@Nullable MatchModel model, FieldValues values) {
        Set<String> terms = new LinkedHashSet<>();
        String own = values.text("name");
        List<String> names = model == null ? (own == null ? List.of() : List.of(own)) : model.names(values);
        for (String name : names) {
            terms.add(name);
            terms.add(CompanyName.of(name).full());
            Pinyin.Readings readings = Pinyin.of(SearchTerms.fold(name));
            terms.addAll(readings.whole());
            terms.addAll(readings.initials());
        }
        return terms;
    }
}
