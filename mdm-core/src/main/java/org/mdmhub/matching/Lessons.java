package org.mdmhub.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdmhub.matching.model.Frequencies;
import org.mdmhub.matching.model.Learning;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.model.Subject;
import org.mdmhub.matching.model.Weights;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;

/** From what a model is learned: how records agree with their nearest look-alikes, and what people said of pairs. */
@Component
class Lessons {

    // what comes behind the nearest ones is hardly ever the same, but would outnumber all that is
    private static final int PARTNERS = 10;

    private final LearnedModels learned;
    private final MatchSubjects subjects;
    private final HeldLabels labels;

    Lessons(LearnedModels learned, MatchSubjects subjects, HeldLabels labels) {
        this.learned = learned;
        this.subjects = subjects;
        this.labels = labels;
    }

    private record Partner(long pattern, double bits) {}

    /** Notes in which levels records agree with those that the single look-up finds for them. */
    void look(MatchModel model, int number, List<MatchSubjects.Present> records) {
        Map<String, Frequencies> counted = Counting.read(learned.counted(number));
        Map<String, Map<Long, Integer>> patterns = new LinkedHashMap<>();
        for (MatchSubjects.Present record : records) {
            Profile profile = model.profile(record.compared());
            Frequencies frequencies = counted.getOrDefault(profile.name(), new Frequencies());
            Map<Long, Integer> own = patterns.computeIfAbsent(profile.name(), name -> new HashMap<>());
            partners(model, profile, frequencies, record)
                    .forEach(partner -> own.merge(partner.pattern(), 1, Integer::sum));
        }
        patterns.forEach((profile, own) -> learned.note(number, profile, own));
    }

    private List<Partner> partners(
            MatchModel model, Profile profile, Frequencies frequencies, MatchSubjects.Present record) {
        Weights usual = Weights.shipped(profile);
        Subject one = profile.prepare(record.compared(), frequencies);
        List<Partner> partners = new ArrayList<>();
        for (FieldValues other : near(model, record)) {
            if (model.profile(other).name().equals(profile.name())) {
                long pattern = profile.pattern(one, profile.prepare(other, frequencies));
                partners.add(new Partner(pattern, usual.bits(pattern, one)));
            }
        }
        partners.sort(Comparator.comparingDouble(Partner::bits).reversed());
        return partners.subList(0, Math.min(PARTNERS, partners.size()));
    }

    /** Learns from what was noted, profile by profile; one of which too few records were looked at stays as it is shipped. */
    void learn(MatchModel model, int number, Instant now) {
        Map<String, Frequencies> counted = Counting.read(learned.counted(number));
        List<HeldLabels.Label> said = labels.of(model.type()).stream()
                .filter(label -> !label.measures())
                .toList();
        List<FieldValues> seeds = subjects.records(learned.seeds(number, 0, Integer.MAX_VALUE - 1)).stream()
                .map(MatchSubjects.Present::compared)
                .toList();
        Map<String, Object> weights = new LinkedHashMap<>();
        for (Profile profile : model.profiles()) {
            List<FieldValues> own = seeds.stream()
                    .filter(record -> model.profile(record).name().equals(profile.name()))
                    .toList();
            Frequencies frequencies = counted.get(profile.name());
            if (own.size() >= ModelLearning.FEWEST && frequencies != null) {
                Map<Long, Integer> patterns = learned.patterns(number, profile.name());
                weights.put(
                        profile.name(),
                        learn(model, profile, frequencies, own, patterns, said).asMap());
            }
        }
        List<HeldLabels.Label> used = said.stream()
                .filter(label -> weights.keySet().stream().anyMatch(profile -> label.isOf(model, profile)))
                .toList();
        int same = (int) used.stream().filter(HeldLabels.Label::same).count();
        learned.learned(number, weights, same, used.size() - same, now);
    }

    private static Weights learn(
            MatchModel model,
            Profile profile,
            Frequencies frequencies,
            List<FieldValues> records,
            Map<Long, Integer> patterns,
            List<HeldLabels.Label> said) {
        List<Subject> things = records.stream()
                .map(record -> profile.prepare(record, frequencies))
                .toList();
        Map<Long, Learning.Told> told = new HashMap<>();
        for (HeldLabels.Label label : said) {
            if (label.isOf(model, profile.name())) {
                long pattern = profile.pattern(
                        profile.prepare(label.one(), frequencies), profile.prepare(label.other(), frequencies));
                Learning.Told words = new Learning.Told(label.same() ? 1 : 0, label.same() ? 0 : 1);
                told.merge(pattern, words, Learning.Told::and);
            }
        }
        return new Learning(profile, frequencies).learn(things, patterns, told);
    }

    /** Other records that the single look-up would compare it with. */
    private List<FieldValues> near(MatchModel model, MatchSubjects.Present record) {
        Set<String> strong = MatchKeys.strong(model, record.compared());
        return subjects.near(model.type(), MatchKeys.of(model, record.compared()), strong).stream()
                .filter(kept -> kept.owner().recordId() != null && kept.owner().recordId() != record.record())
                .map(MatchSubjects.Kept::compared)
                .toList();
    }
}
