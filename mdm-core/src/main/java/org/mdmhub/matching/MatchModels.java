package org.mdmhub.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mdmhub.matching.model.Comparison;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.model.Weights;
import org.springframework.stereotype.Component;

/** The match models in force, to be looked at. */
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
     * @param prior bits with which a comparison begins
     * @param possible score from which two are worth a look
     * @param match score from which two are the same that are alike in what tells such things apart
     */
    public record Facts(String type, String version, double prior, double possible, double match, List<Part> parts) {}

    /**
     * Weights that hold together.
     *
     * @param name of the profile, or {@code rules} for what the domain adds whatever the profile
     * @param weights field to level to bits, the best level first
     */
    public record Part(String name, Map<String, Map<String, Double>> weights) {}

    /** Master types that are matched. */
    public List<String> types() {
        return models.stream().map(MatchModel::type).toList();
    }

    public Optional<Facts> of(String type) {
        return models.stream()
                .filter(model -> model.type().equals(type))
                .findFirst()
                .map(this::facts);
    }

    private Facts facts(MatchModel model) {
        List<Part> parts = new ArrayList<>();
        model.profiles().forEach(profile -> parts.add(part(profile)));
        parts.add(new Part(RULES, model.rules()));
        // all profiles of a type begin with the same doubt
        double prior = weights.of(model.profiles().get(0)).prior();
        return new Facts(model.type(), model.version(), prior, Verdict.POSSIBLE, Verdict.MATCH, parts);
    }

    private Part part(Profile profile) {
        Weights known = weights.of(profile);
        Map<String, Map<String, Double>> fields = new LinkedHashMap<>();
        for (int at = 0; at < known.fields().size(); at++) {
            Comparison comparison = profile.comparisons().get(at);
            Map<String, Double> levels = new LinkedHashMap<>();
            for (int level = 0; level < comparison.levels().size(); level++) {
                levels.put(
                        comparison.levels().get(level), known.fields().get(at).bits(level));
            }
            fields.put(comparison.field(), levels);
        }
        return new Part(profile.name(), fields);
    }
}
