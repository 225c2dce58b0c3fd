package org.mdmhub.matching;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.model.Weights;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How masters are weighed now: as was learned, approved and switched on, else as the hub is shipped. */
@Component
public class ModelWeights {

    /** Name of this kind of setting; its keys are those of the kinds of master. */
    public static final String TYPE = "match-models";

    /** Number of the learned model, absent where the shipped weights are to hold. */
    static final String LEARNED = "learned";
    /** Score from which two are worth a look. */
    static final String LEAST = "possible";

    private static final Logger log = LoggerFactory.getLogger(ModelWeights.class);

    private final Settings settings;
    private final LearnedModels learned;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    ModelWeights(Settings settings, LearnedModels learned) {
        this.settings = settings;
        this.learned = learned;
    }

    /** What was read last, and under which stamp: a version may come again after a rollback, a stamp never does. */
    private record Kept(long stamp, Weighing weighing) {}

    /** How masters of the model's kind are weighed now. */
    @Transactional(readOnly = true)
    public Weighing of(MatchModel model) {
        long stamp = settings.stamp(TYPE);
        Kept known = kept.get(model.type());
        if (known == null || known.stamp() != stamp) {
            Weighing weighing = settings.find(TYPE, model.type())
                    .map(setting -> laid(model, setting))
                    .orElseGet(() -> Weighing.shipped(model));
            known = new Kept(stamp, weighing);
            kept.put(model.type(), known);
        }
        return known.weighing();
    }

    private Weighing laid(MatchModel model, Setting setting) {
        String version = model.version() + "." + setting.version();
        double possible =
                setting.content().get(LEAST) instanceof BigDecimal least ? least.doubleValue() : Verdict.POSSIBLE;
        Weighing usual = new Weighing(
                version,
                setting.version(),
                null,
                true,
                possible,
                Weighing.shipped(model).weights());
        Integer number = number(setting.content().get(LEARNED));
        if (number == null) {
            return usual;
        }
        try {
            return usual.with(number, weights(model, number));
        } catch (IllegalArgumentException e) {
            log.error(
                    "learned model {} of {} can no longer be read; the shipped weights hold", number, model.type(), e);
            return usual.unread();
        }
    }

    /** Of a setting's content, null where it names no learned model. */
    static @Nullable Integer number(@Nullable Object value) {
        try {
            return value instanceof BigDecimal number ? (Integer) number.intValueExact() : null;
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /**
     * Weights that were learned, of a profile that was not learned those that are shipped.
     *
     * @throws IllegalArgumentException where there is no such model, or the profiles are others by now
     */
    Map<String, Weights> weights(MatchModel model, int number) {
        Map<String, Map<String, Object>> content = learned.weights(model.type(), number);
        Map<String, Weights> weights = new LinkedHashMap<>();
        for (Profile profile : model.profiles()) {
            Map<String, Object> own = content.get(profile.name());
            weights.put(profile.name(), own == null ? Weights.shipped(profile) : Weights.of(profile, own));
        }
        return weights;
    }
}
