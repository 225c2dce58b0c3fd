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

    private static final int BUCKETS = 4096;
    private static final int KEY_LENGTH = 600;

    private final Map<String, MatchModel> models;
    private final MatchSubjects subjects;
    private final SearchTerms search;

    Matching(List<MatchModel> models, MatchSubjects subjects, SearchTerms search) {
        this.models = models.stream().collect(Collectors.toMap(MatchModel::type, model -> model));
        this.subjects = subjects;
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
        NameKey key = NameKey.of(own);
        List<Candidate> found = new ArrayList<>();
        for (MatchSubjects.Subject subject : subjects.near(type, key, keys(model, values))) {
            Verdict verdict = model.compare(values, subject.compared());
            if (!subject.owner().equals(self) && verdict.outcome() != MatchOutcome.NONE) {
                found.add(new Candidate(
                        subject.owner(),
                        type,
                        own,
                        subject.orgUnitId(),
                        subject.name(),
                        verdict.score(),
                        verdict.outcome(),
                        verdict.evidence()));
            }
        }
        found.sort(Comparator.comparing(Candidate::outcome)
                .thenComparing(Comparator.comparing(Candidate::score).reversed()));
        return found.subList(0, Math.min(LIMIT, found.size()));
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
        var subject = new MatchSubjects.Subject(owner, orgUnit, traces.name(), traces.compared());
        subjects.put(owner, type, orgUnit, NameKey.of(traces.name()), subject, traces.keys());
    }

    /**
     * By what values that are matched and have a name are found.
     *
     * @param terms of a search, not yet folded
     * @param compared the fields that are kept for comparing
     */
    public record Traces(Set<String> terms, String name, FieldValues compared, Set<String> keys) {}

    /** What {@link #keep} keeps of values. */
    public static Traces traces(MatchModel model, FieldValues values) {
        Map<String, @Nullable Object> compared = new LinkedHashMap<>();
        model.compared().forEach(field -> compared.put(field, values.get(field)));
        String name = model.names(values).get(0);
        return new Traces(terms(model, values), name, FieldValues.of(compared), keys(model, values));
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
            keys.addAll(strongKeys(model, values));
        }
        Set<Integer> buckets = keys.stream()
                .map(key -> Math.floorMod((type + "/" + key).hashCode(), BUCKETS))
                .collect(Collectors.toSet());
        if (!buckets.isEmpty()) {
            subjects.lock(buckets);
        }
    }

    private static Set<String> strongKeys(MatchModel model, FieldValues values) {
        Set<String> keys = new LinkedHashSet<>();
        model.identifiers(values).forEach((kind, value) -> keys.add(kind + ":" + value));
        model.names(values)
                .forEach(name -> keys.add(cut("name:" + NameKey.of(name).full())));
        return keys;
    }

    private static Set<String> keys(MatchModel model, FieldValues values) {
        Set<String> keys = strongKeys(model, values);
        model.keys(values).forEach(key -> keys.add(cut("alike:" + key)));
        for (String name : model.names(values)) {
            String core = NameKey.of(name).core();
            keys.add(cut("core:" + core));
            Pinyin.of(core).whole().forEach(reading -> keys.add(cut("sound:" + reading)));
        }
        return keys;
    }

    private static String cut(String key) {
        return key.substring(0, Math.min(KEY_LENGTH, key.length()));
    }

    private static Set<String> terms(@Nullable MatchModel model, FieldValues values) {
        Set<String> terms = new LinkedHashSet<>();
        String own = values.text("name");
        List<String> names = model == null ? (own == null ? List.of() : List.of(own)) : model.names(values);
        for (String name : names) {
            terms.add(name);
            terms.add(NameKey.of(name).full());
            Pinyin.Readings readings = Pinyin.of(SearchTerms.fold(name));
            terms.addAll(readings.whole());
            terms.addAll(readings.initials());
        }
        return terms;
    }
}
