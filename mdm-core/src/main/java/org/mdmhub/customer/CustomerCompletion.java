package org.mdmhub.customer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mdmhub.quality.Completion;
import org.mdmhub.quality.identifier.CreditCode;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;

/** A credit code tells where somebody is registered, and as what. */
@Component
class CustomerCompletion implements Completion {

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
        code(customer).flatMap(CreditCode::place).ifPresent(place -> {
            follows.put("country", "CN");
            follows.put("province", place.province());
            String city = place.city();
            if (city != null) {
                follows.put("city", city);
            }
        });
        return follows;
    }

    @Override
    public Optional<Note> note(FieldValues customer) {
        return code(customer)
                .flatMap(code -> CreditCode.place(code)
                        .map(place ->
                                new Note("creditCode." + CreditCode.kind(code).name(), List.of(PlaceNames.of(place)))));
    }

    private Optional<String> code(FieldValues customer) {
        return Optional.ofNullable(customer.text(from()))
                .filter(code -> CreditCode.isValid(code)
                        && CustomerRules.country(customer).equals("CN"));
    }
}
