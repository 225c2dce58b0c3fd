package org.mdmhub.product;

import java.util.ArrayList;
import java.util.List;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.Rules;
import org.mdmhub.quality.identifier.Gtin;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.reference.Units;
import org.springframework.stereotype.Component;

/** What a good product keeps. */
@Component
class ProductRules implements Rules {

    private final Units units;

    ProductRules(Units units) {
        this.units = units;
    }

    @Override
    public boolean concern(String type) {
        return type.equals(ProductType.KEY);
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues product) {
        List<Finding> findings = new ArrayList<>();
        for (String key : List.of("name", "baseUnit")) {
            if (product.text(key) == null) {
                findings.add(Finding.error("/fields/" + key, "required"));
            }
        }
        String gtin = product.text("gtin");
        if (gtin != null && !Gtin.isValid(gtin)) {
            findings.add(Finding.error("/fields/gtin", "checkDigit", gtin));
        }
        for (String key : List.of("baseUnit", "weightUnit", "volumeUnit")) {
            String unit = product.text(key);
            if (unit != null && !units.isKnown(unit)) {
                findings.add(Finding.warning("/fields/" + key, "unit", unit));
            }
        }
        return findings;
    }
}
