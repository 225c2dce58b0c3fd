package org.mdmhub.web.match;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Evidence;
import org.mdmhub.web.api.MatchWords;
import org.springframework.stereotype.Component;

/** Draws what the fields of two things say, in the words of the reader. */
@Component
public class Waterfalls {

    private final MatchWords words;

    Waterfalls(MatchWords words) {
        this.words = words;
    }

    /**
     * The strongest first; null where the reader may see no evidence.
     *
     * @param prior bits with which the comparison began
     */
    public @Nullable Waterfall of(String type, @Nullable Double prior, @Nullable List<Evidence> evidence) {
        if (prior == null || evidence == null) {
            return null;
        }
        List<Evidence> sorted = evidence.stream()
                .sorted(Comparator.comparingDouble((Evidence said) -> -Math.abs(said.weight())))
                .toList();
        return Waterfall.of(prior, sorted, said -> words.clause(type, said));
    }
}
