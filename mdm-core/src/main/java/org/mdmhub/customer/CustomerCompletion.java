package org.mdmhub.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mdmhub.quality.Completion;
import org.mdmhub.quality.CreditCode;
import org.mdmhub.record.FieldValues;
import org.mdmhub.reference.Divisions;
import org.springframework.stereotype.Component;

/** A credit code tells where somebody is registered: its places 3 to 8 are the division, GB 32100-2015. */
@Component
class CustomerCompletion implements Completion {

    private static final int FROM = 2;
    private static final int TO = 8;

    @Override
    public String type() {
        return CustomerType.KEY;
    }

    @Override
    public String from() {
        return "creditCode";
    }

    @Override
    public Map<String, String> complete(FieldValues customer) {
        Map<String, String> follows = new LinkedHashMap<>();
        String code = customer.text(from());
        String country = customer.text("country");
        if (code == null || !CreditCode.isValid(code) || !(country == null || country.equals("CN"))) {
            return follows;
        }
        Divisions.of(code.substring(FROM, TO)).ifPresent(place -> {
            follows.put("country", "CN");
            follows.put("province", place.province());
            String city = place.city();
            if (city != null) {
                follows.put("city", city);
            }
        });
        return follows;
    }
}
