package org.mdmhub.customer;

import org.mdmhub.merge.ShippedRules;
import org.mdmhub.merge.SurvivorshipDefaults;
import org.mdmhub.merge.SurvivorshipRules;
import org.springframework.stereotype.Component;

/** Which values of customers win until a lead lays down something else. */
@Component
class CustomerSurvivorship implements SurvivorshipDefaults {

    @Override
    public String type() {
        return CustomerType.KEY;
    }

    @Override
    public SurvivorshipRules rules() {
        return ShippedRules.usual();
    }
}
