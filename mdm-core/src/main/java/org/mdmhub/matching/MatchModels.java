package org.mdmhub.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.model.Comparison;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.model.Weights;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The match models, in force and learned, to be looked at. */
@Component
public class MatchModels {

    private static final String RULES = "rules";

    private final List<MatchModel> models;
    private final ModelWeights weights;

    MatchModels(List<MatchModel> models, ModelWeights weights) {
        this.models =
                models.stream().sorted(Comparator.comparing(MatchModel::type)).toList();
        this.weights = weights;
    }

    /**
     * A model.
     *
     * @param version names it
     * @param setting version of the setting that laid it down, 0 where nothing is laid down
     * @param learned number of the learned model, null where the shipped weights hold
     * @param readable false where a learned model should hold that cannot be read, so that the shipped weights do
     * @param possible score from which two are worth a look
     * @param match score from which two are the same that are alike in what tells such things apart
     */
    public record Facts(
            String type,
            String version,
            int setting,
            @Nullable Integer learned,
            boolean readable,
            double possible,
            double match,
            List<Part> parts) {}

    /**
     * Weights that hold together.
     *
     * @param name of the profile, or {@code rules} for what the domain adds whatever the profile
     * @param prior bits with which a comparison begins, null for rules
     * @param levels of each field, the best one first
     */
    public record Part(String name, @Nullable Double prior, List<Level> levels) {}

    /**
     * What one level of a field weighs.
     *
     * @param same how probable it is where two are the same, null where nothing was learned
     * @param random how probable it is where they are not, null where nothing was learned
     */
    public record Level(
            String field,
            String level,
            double bits,
            @Nullable Double same,
            @Nullable Double random) {}

    /** Master types that are matched. */
    public List<String> types() {
        return models.stream().map(MatchModel::type).toList();
    }

    /** The model in force. */
    @Transactional(readOnly = true)
    public Optional<Facts> of(String type) {
        return model(type).map(model -> facts(model, weights.of(model)));
    }

    /** The model in force, if the weights of a learned one held; none where the program as it is cannot read those. */
    @Transactional(readOnly = true)
    public Optional<Facts> learned(String type, int number) {
        try {
            return model(type)
                    .map(model -> facts(model, weights.of(model).with(number, weights.weights(model, number))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Version of the model in force, empty where masters of the type are not matched. */
    @Transactional(readOnly = true)
    public String version(String type) {
        return model(type).map(model -> weights.of(model).version()).orElse("");
    }

    /** What the model in force says of two, none where masters of the type are not matched. */
    @Transactional(readOnly = true)
    public Optional<Verdict> compare(String type, FieldValues one, FieldValues other) {
        return model(type).map(model -> Matching.compare(model, weights.of(model), one, other));
    }

    /** How masters of a type are compared. */
    Optional<MatchModel> model(String type) {
        return models.stream().filter(model -> model.type().equals(type)).findFirst();
    }

    private static Facts facts(MatchModel model, Weighing weighing) {
        List<Part> parts = new ArrayList<>();
        model.profiles().forEach(profile -> parts.add(part(weighing.of(profile), profile)));
        List<Level> rules = new ArrayList<>();
        model.rules()
                .forEach((field, levels) ->
                        levels.forEach((level, bits) -> rules.add(new Level(field, level, bits, null, null))));
        parts.add(new Part(RULES, null, rules));
        return new Facts(
                model.type(),
                weighing.version(),
                weighing.setting(),
                weighing.learned(),
                weighing.readable(),
                weighing.possible(),
                Verdict.MATCH,
                parts);
    }

    private static Part part(Weights known, Profile profile) {
        List<Level> levels = new ArrayList<>();
        // weights that are shipped are bits that people gave, behind which nothing was counted
        boolean counted = known.frequencies().isCounted();
        for (int at = 0; at < known.fields().size(); at++) {
            Comparison comparison = profile.comparisons().get(at);
            Weights.Field field = known.fields().get(at);
            for (int level = 0; level < comparison.levels().size(); level++) {
                levels.add(new Level(
                        comparison.field(),
                        comparison.levels().get(level),
                        field.bits(level),
                        counted ? field.same().get(level) : null,
                        counted && field.random().get(level) <= 1
                                ? field.random().get(level)
                                : null));
            }
        }
        return new Part(profile.name(), known.prior(), levels);
    }
}
