package org.mdmhub.quality;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.Freezes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says before anybody asks or approves that a change touches what is frozen. Never stops: the road lets it wait. */
@Component
class FrozenRules implements Rules {

    private final ObjectProvider<Freezes> freezes;
    private final Organisations organisations;
    private final Clock clock = Clock.systemUTC();

    FrozenRules(ObjectProvider<Freezes> freezes, Organisations organisations) {
        this.freezes = freezes;
        this.organisations = organisations;
    }

    @Override
    public boolean concern(String type) {
        return true;
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues after) {
        String owner = occasion.orgUnit();
        Freezes laid = freezes.getIfAvailable();
        Optional<OrgUnit> unit = owner == null ? Optional.empty() : organisations.find(owner);
        if (occasion.record() == null || laid == null || unit.isEmpty()) {
            return List.of();
        }
        List<String> touched =
                after.changesFrom(before).stream().map(FieldChange::field).toList();
        return touched.isEmpty()
                ? List.of()
                : laid.frozen(occasion.type(), unit.get().id(), touched, clock.instant()).stream()
                        .map(frozen -> Finding.warning(
                                "/fields/" + frozen.field(), frozen.refused() ? "frozenShut" : "frozen", frozen.told()))
                        .toList();
    }
}
