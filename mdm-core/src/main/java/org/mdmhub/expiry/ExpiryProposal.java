package org.mdmhub.expiry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.SettingProposal;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** What follows from a last day, changed by approval only. */
@Component
class ExpiryProposal extends SettingProposal {

    private static final int LONGEST = 3660;

    ExpiryProposal(Settings settings) {
        super(settings, Expiries.TYPE);
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
}
