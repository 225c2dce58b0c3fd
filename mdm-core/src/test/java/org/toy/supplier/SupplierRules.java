package org.toy.supplier;

import java.util.List;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.Rules;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

class SupplierRules implements Rules {

    @Override
    public boolean concern(String type) {
        return type.equals("suppliers");
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues supplier) {
        return supplier.text("name") == null ? List.of(Finding.error("/fields/name", "required")) : List.of();
    }
}
