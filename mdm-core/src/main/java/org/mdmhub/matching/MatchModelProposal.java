package org.mdmhub.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.SettingProposal;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** A learned model is switched on, and the score from which two are worth a look is moved, by approved requests only. */
@Component
class MatchModelProposal extends SettingProposal {

    private static final Set<String> ENTRIES = Set.of(ModelWeights.LEARNED, ModelWeights.LEAST);
    private static final BigDecimal LOWEST = new BigDecimal("0.05");
    private static final BigDecimal HIGHEST = new BigDecimal("0.99");
    private static final int PLACES = 4;

    private final MatchModels models;
    private final LearnedModels learned;
    private final DuplicateScan scan;

    MatchModelProposal(Settings settings, MatchModels models, LearnedModels learned, DuplicateScan scan) {
        super(settings, ModelWeights.TYPE);
        this.models = models;
        this.learned = learned;
        this.scan = scan;
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        if (!models.types().contains(key)) {
            return List.of(Finding.error("/code", "choice", String.join(", ", models.types())));
        }
        List<Finding> findings = new ArrayList<>();
        after.keys().stream()
                .filter(entry -> !ENTRIES.contains(entry))
                .forEach(entry -> findings.add(Finding.error("/fields/" + entry, "unknownField", entry)));
        Object number = after.get(ModelWeights.LEARNED);
        if (number != null && !isReady(key, ModelWeights.number(number))) {
            findings.add(Finding.error("/fields/" + ModelWeights.LEARNED, "learnedModel", String.valueOf(number)));
        }
        Object least = after.get(ModelWeights.LEAST);
        if (least == null) {
            findings.add(Finding.error("/fields/" + ModelWeights.LEAST, "required"));
        } else if (!isScore(least)) {
            findings.add(Finding.error(
                    "/fields/" + ModelWeights.LEAST, "scoreRange", LOWEST.toString(), HIGHEST.toString()));
        }
        return findings;
    }

    /** It has run beside the one in force, and can be read by the program as it is. */
    private boolean isReady(String type, @Nullable Integer number) {
        return number != null
                && learned.find(type, number)
                        .filter(head -> head.state() == LearnedModels.State.READY)
                        .isPresent()
                && models.learned(type, number).isPresent();
    }

    private static boolean isScore(Object value) {
        return value instanceof BigDecimal score
                && score.stripTrailingZeros().scale() <= PLACES
                && score.compareTo(LOWEST) >= 0
                && score.compareTo(HIGHEST) <= 0;
    }

    /** What is there already is compared again. */
    @Override
    protected void changed(String key) {
        scan.again("system");
    }
}
