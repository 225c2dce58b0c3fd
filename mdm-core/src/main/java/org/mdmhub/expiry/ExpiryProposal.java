package org.mdmhub.expiry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.Proposal;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** What follows from a last day, changed by approval only. */
@Component
class ExpiryProposal implements Proposal {

    private static final int LONGEST = 3660;

    private final Settings settings;

    ExpiryProposal(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String type() {
        return Expiries.TYPE;
    }

    @Override
    public int version(String key) {
        return settings.find(type(), key).map(Setting::version).orElse(0);
    }

    @Override
    public FieldValues now(String key) {
        return settings.find(type(), key)
                .map(setting -> FieldValues.of(setting.content()))
                .orElse(FieldValues.none());
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        List<Finding> findings = new ArrayList<>();
        boolean counts = Expiries.counts(key);
        if (!counts && !Expiries.KINDS.contains(key)) {
            findings.add(Finding.error("/code", "choice", key));
        }
        String known = counts ? Expiries.DAYS : Expiries.BLOCK;
        after.asMap().keySet().stream()
                .filter(field -> !field.equals(known))
                .forEach(field -> findings.add(Finding.error("/fields/" + field, "unknownField", field)));
        Object value = after.get(known);
        if (value == null) {
            findings.add(Finding.error("/fields/" + known, "required"));
        } else if (counts && !isDays(value)) {
            findings.add(Finding.error("/fields/" + known, "temporaryDays", String.valueOf(LONGEST)));
        } else if (!counts && !(value instanceof Boolean)) {
            findings.add(Finding.error("/fields/" + known, "type", "FLAG"));
        }
        return findings;
    }

    private static boolean isDays(@Nullable Object value) {
        return value instanceof BigDecimal days
                && days.stripTrailingZeros().scale() <= 0
                && days.signum() > 0
                && days.compareTo(BigDecimal.valueOf(LONGEST)) <= 0;
    }

    @Override
    public void apply(String key, FieldValues after, Instant now) {
        settings.put(type(), key, after.asMap(), now);
    }

    @Override
    public void retire(String key, Instant now) {
        settings.retire(type(), key, now);
    }
}
