package org.mdmhub.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The match models in force, to be looked at. */
@Component
public class MatchModels {

    private final List<MatchModel> models;

    MatchModels(List<MatchModel> models) {
        this.models =
                models.stream().sorted(Comparator.comparing(MatchModel::type)).toList();
    }

    /**
     * A model.
     *
     * @param prior bits with which every comparison begins
     * @param possible score from which two are worth a look
     * @param weights field to level to bits
     */
    public record Facts(
            String type, String version, double prior, double possible, Map<String, Map<String, Double>> weights) {}

    /** Master types that are matched. */
    public List<String> types() {
        return models.stream().map(MatchModel::type).toList();
    }

    public Optional<Facts> of(String type) {
        return models.stream()
                .filter(model -> model.type().equals(type))
                .map(model -> new Facts(type, model.version(), model.prior(), model.possible(), model.weights()))
                .findFirst();
    }
}
