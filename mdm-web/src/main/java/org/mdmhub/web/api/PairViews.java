package org.mdmhub.web.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.matching.Evidence;
import org.springframework.stereotype.Component;

/** Pairs as the API shows them. */
@Component
class PairViews {

    private final MatchWords words;

    PairViews(MatchWords words) {
        this.words = words;
    }

    /** A pair with the sentence that says why. */
    record View(
            UUID id,
            String type,
            List<String> codes,
            double score,
            String outcome,
            List<Evidence> evidence,
            @Nullable String sentence,
            String status) {}

    View of(DuplicatePairs.Pair pair) {
        return new View(
                pair.id(),
                pair.type(),
                pair.codes(),
                pair.score(),
                pair.outcome().name(),
                pair.evidence(),
                words.sentence(pair.type(), pair.evidence(), pair.firstName(), pair.secondName()),
                pair.status());
    }
}
