package org.mdmhub.merge;

import java.util.List;
import java.util.Map;

/** What most companies want: the many against the one, then the system that should know, then what is new. */
public final class ShippedRules {

    private static final int TWO_YEARS = 730;

    private ShippedRules() {}

    /** For fields that no rule of their own is named for. */
    public static SurvivorshipRules usual() {
        return new SurvivorshipRules(
                Map.of(),
                List.of(Rule.MOST_FREQUENT, Rule.TRUST, Rule.NEWEST),
                List.of(
                        new SourceTrust(SourceTrust.HUB, 1, null),
                        new SourceTrust("erp", 0.8, TWO_YEARS),
                        new SourceTrust("crm", 0.6, TWO_YEARS),
                        new SourceTrust("excel", 0.4, TWO_YEARS)));
    }
}
