package org.mdmhub.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which values win in each kind of master: as it was laid down and approved, else as it was shipped. */
@Component
public class SurvivorshipBook {

    /** Name of this kind of setting; its keys are those of the kinds of master. */
    public static final String TYPE = "survivorship";

    private static final SurvivorshipRules NONE =
            new SurvivorshipRules(Map.of(), List.of(), List.of(new SourceTrust(SourceTrust.HUB, 1, null)));

    private final Settings settings;
    private final SurvivorshipFit fit;
    private final Map<String, SurvivorshipRules> shipped = new LinkedHashMap<>();
    private final Set<String> types;

    SurvivorshipBook(Settings settings, SurvivorshipFit fit, MasterTypes types, List<SurvivorshipDefaults> defaults) {
        this.settings = settings;
        this.fit = fit;
        this.types = types.keys();
        defaults.forEach(one -> shipped.put(one.type(), one.rules()));
    }

    /**
     * What holds for a kind of master.
     *
     * @param version of the setting, 0 where nothing was laid down
     * @param rules those that hold
     * @param readable false where what was laid down can no longer be read and so what was shipped holds
     */
    public record Entry(String type, int version, SurvivorshipRules rules, boolean readable) {

        /** As it is asked for and shown over REST. */
        public Map<String, Object> content() {
            return SurvivorshipContent.write(rules);
        }
    }

    /** Kinds of master, each of which has its rules. */
    public Set<String> types() {
        return types;
    }

    @Transactional(readOnly = true)
    public Entry of(String type) {
        SurvivorshipRules otherwise = shipped.getOrDefault(type, NONE);
        Setting setting = settings.find(TYPE, type).orElse(null);
        if (setting == null) {
            return new Entry(type, 0, otherwise, true);
        }
        SurvivorshipRules laid = SurvivorshipContent.read(FieldValues.exact(setting.content()), new ArrayList<>());
        return new Entry(type, setting.version(), Objects.requireNonNullElse(laid, otherwise), laid != null);
    }

    /** What is wrong with rules that do not hold yet, warnings too. */
    @Transactional(readOnly = true)
    public List<Finding> check(String type, Map<String, ? extends @Nullable Object> content) {
        List<Finding> findings = new ArrayList<>();
        SurvivorshipRules rules = SurvivorshipContent.read(FieldValues.exact(content), findings);
        if (rules != null) {
            fit.check(type, rules, findings);
        }
        return findings;
    }

    /**
     * Rules that do not hold yet.
     *
     * @throws IllegalArgumentException where {@link #check} has an error
     */
    public SurvivorshipRules read(Map<String, ? extends @Nullable Object> content) {
        SurvivorshipRules rules = SurvivorshipContent.read(FieldValues.exact(content), new ArrayList<>());
        if (rules == null) {
            throw new IllegalArgumentException("these rules cannot be read");
        }
        return rules;
    }
}
