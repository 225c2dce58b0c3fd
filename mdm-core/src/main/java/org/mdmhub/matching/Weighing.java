package org.mdmhub.matching;

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
 * @param possible score from which two are worth a look
 * @param weights by name of the profile, of each profile that the kind has
 */
public record Weighing(
        String version, int setting, @Nullable Integer learned, double possible, Map<String, Weights> weights) {

    /** The same with the weights of a learned model. */
    Weighing with(int model, Map<String, Weights> others) {
        return new Weighing(version, setting, model, possible, others);
    }

    /** Weights of one of the kind's own profiles. */
    public Weights of(Profile profile) {
        return Objects.requireNonNull(weights.get(profile.name()), profile.name());
    }
}
