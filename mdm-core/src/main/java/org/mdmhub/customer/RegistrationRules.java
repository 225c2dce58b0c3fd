package org.mdmhub.customer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.Rules;
import org.mdmhub.quality.identifier.CreditCode;
import org.mdmhub.quality.identifier.CreditCodeRepair;
import org.mdmhub.quality.identifier.Duns;
import org.mdmhub.quality.identifier.Industry;
import org.mdmhub.quality.identifier.OrganisationCode;
import org.mdmhub.quality.identifier.TaxNumber;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.reference.Divisions.Place;
import org.springframework.stereotype.Component;

/** What makes one look twice at how a customer is registered: its numbers among themselves, and against its place. */
@Component
class RegistrationRules implements Rules {

    private static final String CODE = "/fields/creditCode";

    @Override
    public boolean concern(String type) {
        return type.equals(CustomerType.KEY);
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues customer) {
        List<Finding> findings = new ArrayList<>();
        String country = CustomerRules.country(customer);
        String code = customer.text("creditCode");
        if (code != null && country.equals("CN") && CreditCode.isValid(code)) {
            creditCode(code, customer, findings);
        }
        taxId(customer.text("taxId"), country, findings);
        String duns = customer.text("duns");
        if (duns != null && !Duns.isValid(duns)) {
            findings.add(Finding.warning("/fields/duns", "duns", duns));
        }
        String industry = customer.text("industry");
        if (industry != null && !Industry.isValid(industry)) {
            findings.add(Finding.warning("/fields/industry", "industry", industry)
                    .suggesting(Industry.repair(industry).orElse(null)));
        }
        return findings;
    }

    private static void creditCode(String code, FieldValues customer, List<Finding> findings) {
        if (!OrganisationCode.isValid(OrganisationCode.of(code))) {
            findings.add(Finding.warning(CODE, "organisationCode", OrganisationCode.of(code)));
        }
        CreditCode.place(code)
                .ifPresentOrElse(
                        place -> region(place, customer, findings),
                        () -> findings.add(Finding.warning(CODE, "noDivision", CreditCode.division(code))));
    }

    /** A company that has moved keeps its code, so that neither side can be called wrong. */
    private static void region(Place registered, FieldValues customer, List<Finding> findings) {
        String province = customer.text("province");
        String city = customer.text("city");
        if (province != null && !PlaceNames.same(province, registered.province())) {
            findings.add(Finding.warning("/fields/province", "region", PlaceNames.of(registered)));
        } else if (city != null && registered.city() != null && !PlaceNames.same(city, registered.city())) {
            findings.add(Finding.warning("/fields/city", "region", PlaceNames.of(registered)));
        }
    }

    private static void taxId(@Nullable String number, String country, List<Finding> findings) {
        if (number == null) {
            return;
        }
        if (!TaxNumber.isValid(number, country)) {
            findings.add(Finding.warning("/fields/taxId", "taxNumber", number)
                    .suggesting(
                            country.equals("CN") ? CreditCodeRepair.of(number).orElse(null) : null));
        } else if (country.equals("CN") && TaxNumber.isOld(number)) {
            findings.add(Finding.warning("/fields/taxId", "oldTaxNumber", number));
        }
    }
}
