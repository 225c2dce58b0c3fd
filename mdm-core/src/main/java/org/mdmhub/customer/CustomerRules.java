package org.mdmhub.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.Rules;
import org.mdmhub.quality.identifier.CreditCode;
import org.mdmhub.quality.identifier.CreditCodeRepair;
import org.mdmhub.quality.identifier.Lei;
import org.mdmhub.quality.identifier.VatNumber;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.springframework.stereotype.Component;

/** What a good customer keeps. Only who is registered by itself must have a right credit code. */
@Component
class CustomerRules implements Rules {

    private static final Set<String> REGISTERED = Set.of("LEGAL_ENTITY", "BRANCH");

    @Override
    public boolean concern(String type) {
        return type.equals(CustomerType.KEY);
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues customer) {
        List<Finding> findings = new ArrayList<>();
        if (customer.text("name") == null) {
            findings.add(Finding.error("/fields/name", "required"));
        }
        if (isRegistered(customer) && "CN".equals(country(customer))) {
            creditCode(customer.text("creditCode"), findings);
        }
        digits(customer, "lei", Lei::isValid, findings);
        digits(customer, "vatNumber", VatNumber::isValid, findings);
        return findings;
    }

    private static void creditCode(@Nullable String code, List<Finding> findings) {
        if (code != null && !CreditCode.isValid(code)) {
            findings.add(Finding.error("/fields/creditCode", "checkDigit", code)
                    .suggesting(CreditCodeRepair.of(code).orElse(null)));
        }
    }

    private static void digits(FieldValues customer, String key, Predicate<String> valid, List<Finding> findings) {
        String value = customer.text(key);
        if (value != null && !valid.test(value)) {
            findings.add(Finding.error("/fields/" + key, "checkDigit", value));
        }
    }

    /** Registered by itself, so that its credit code is its own. */
    static boolean isRegistered(FieldValues customer) {
        String group = customer.text("accountGroup");
        return group == null || REGISTERED.contains(group);
    }

    static String country(FieldValues customer) {
        String country = customer.text("country");
        return country == null ? "CN" : country;
    }
}
