package org.mdmhub.matching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.model.Weights;
import org.springframework.stereotype.Component;

/** The weights that hold for each profile: those that the hub is shipped with. */
@Component
public class ModelWeights {

    private final Map<String, Weights> present = new ConcurrentHashMap<>();

    public Weights of(Profile profile) {
        return present.computeIfAbsent(profile.name(), name -> Weights.shipped(profile));
    }
}
