package org.mdmhub.product;

import org.mdmhub.merge.ShippedRules;
import org.mdmhub.merge.SurvivorshipDefaults;
import org.mdmhub.merge.SurvivorshipRules;
import org.springframework.stereotype.Component;

/** Which values of products win until a lead lays down something else. */
@Component
class ProductSurvivorship implements SurvivorshipDefaults {

    @Override
    public String type() {
        return ProductType.KEY;
    }

    @Override
    public SurvivorshipRules rules() {
        return ShippedRules.usual();
    }
}
