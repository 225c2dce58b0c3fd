package org.mdmhub.web.match;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Evidence;
import org.mdmhub.matching.MatchModels;
import org.mdmhub.web.api.MatchWords;
import org.springframework.stereotype.Component;

/** Draws what the fields of two things say, in the words of the reader. */
@Component
public class Waterfalls {

    private final MatchModels models;
    private final MatchWords words;

    Waterfalls(MatchModels models, MatchWords words) {
        this.models = models;
        this.words = words;
    }

    /** The strongest first; null where the reader may see no evidence. */
    public @Nullable Waterfall of(String type, @Nullable List<Evidence> evidence) {
        if (evidence == null) {
            return null;
        }
        List<Evidence> sorted = evidence.stream()
                .sorted(Comparator.comparingDouble((Evidence said) -> -Math.abs(said.weight())))
                .toList();
        double prior = models.of(type).map(MatchModels.Facts::prior).orElse(0.0);
        return Waterfall.of(prior, sorted, said -> words.clause(type, said));
    }
}
