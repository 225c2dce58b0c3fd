package org.toy.supplier;

import java.util.List;
import org.mdmhub.quality.Finding;
import org.mdmhub.quality.Rules;
import org.mdmhub.record.FieldValues;

class SupplierRules implements Rules {

    @Override
    public String type() {
        return "suppliers";
    }

    @Override
    public List<Finding> check(FieldValues supplier) {
        return supplier.text("name") == null ? List.of(Finding.error("/fields/name", "required")) : List.of();
    }
}
