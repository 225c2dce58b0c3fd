package org.mdmhub.matching;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.model.Weights;

/**
 * How masters of one kind are weighed against each other.
 *
 * @param version names it; another one where anything differs
 * @param setting version of the setting that laid it down, 0 where nothing is laid down
 * @param learned number of the learned model, null where the shipped weights hold
 * @param readable false where a learned model should hold that the program as it is cannot read, so that the shipped weights do
 * @param possible score from which two are worth a look
 * @param weights by name of the profile, of each profile that the kind has
 */
public record Weighing(
        String version,
        int setting,
        @Nullable Integer learned,
        boolean readable,
        double possible,
        Map<String, Weights> weights) {

    /** As the hub is shipped. */
    public static Weighing shipped(MatchModel model) {
        Map<String, Weights> weights = new LinkedHashMap<>();
        model.profiles().forEach(profile -> weights.put(profile.name(), Weights.shipped(profile)));
        return new Weighing(model.version(), 0, null, true, Verdict.POSSIBLE, weights);
    }

    /** The same with the weights of a learned model. */
    Weighing with(int model, Map<String, Weights> others) {
        return new Weighing(version, setting, model, true, possible, others);
    }

    /** The same where what should hold cannot be read: another version, for it scores otherwise. */
    Weighing unread() {
        return new Weighing(version + ".shipped", setting, learned, false, possible, weights);
    }

    /** The same with another score from which two are worth a look. */
    Weighing from(double score) {
        return new Weighing(version, setting, learned, readable, score, weights);
    }

    /** Weights of one of the kind's own profiles. */
    public Weights of(Profile profile) {
        return Objects.requireNonNull(weights.get(profile.name()), profile.name());
    }
}
