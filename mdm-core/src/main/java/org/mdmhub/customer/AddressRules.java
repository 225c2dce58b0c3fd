package org.mdmhub.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.Rules;
import org.mdmhub.quality.identifier.BankCard;
import org.mdmhub.quality.identifier.CreditCode;
import org.mdmhub.quality.identifier.Postcode;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.springframework.stereotype.Component;

/** What makes one look twice at where a customer is, and at the cards of persons. */
@Component
class AddressRules implements Rules {

    @Override
    public boolean concern(String type) {
        return type.equals(CustomerType.KEY);
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues customer) {
        List<Finding> findings = new ArrayList<>();
        String country = CustomerRules.country(customer);
        address("/fields", customer, country, findings);
        List<Map<String, Object>> addresses = customer.list("addresses");
        for (int i = 0; i < addresses.size(); i++) {
            FieldValues address = FieldValues.of(addresses.get(i));
            String there = Objects.requireNonNullElse(address.text("country"), country);
            address("/fields/addresses/" + i, address, there, findings);
        }
        if (country.equals("CN")) {
            head(customer, findings);
        }
        if ("PERSON".equals(customer.text("accountGroup"))) {
            cards(customer, findings);
        }
        return findings;
    }

    private static void address(String at, FieldValues address, String country, List<Finding> findings) {
        String code = address.text("postalCode");
        if (code != null && !Postcode.isValid(code, country)) {
            findings.add(Finding.warning(at + "/postalCode", "postcode", code, country));
        }
    }

    /**
     * The name of a company begins with the place of its registration, that of a branch with its company's. Where the credit
     * code confirms the place, what looks like another one is a part of the name.
     */
    private static void head(FieldValues customer, List<Finding> findings) {
        String name = Objects.requireNonNullElse(customer.text("name"), "");
        String province = customer.text("province");
        String group = Objects.requireNonNullElse(customer.text("accountGroup"), "LEGAL_ENTITY");
        if (province == null || !group.equals("LEGAL_ENTITY") || name.matches(".*(分公司|分行|支行|分店|营业部|办事处)$")) {
            return;
        }
        String code = customer.text("creditCode");
        boolean confirmed = code != null
                && CreditCode.isValid(code)
                && CreditCode.place(code)
                        .filter(place -> PlaceNames.same(place.province(), province))
                        .isPresent();
        List<String> places = confirmed ? List.of() : PlaceNames.provincesAtHead(name);
        if (!places.isEmpty() && places.stream().noneMatch(place -> PlaceNames.same(place, province))) {
            findings.add(Finding.warning("/fields/province", "nameRegion", String.join("、", places)));
        }
    }

    private static void cards(FieldValues person, List<Finding> findings) {
        card("/fields/invoiceAccount", person.text("invoiceAccount"), findings);
        List<Map<String, Object>> accounts = person.list("bankAccounts");
        for (int i = 0; i < accounts.size(); i++) {
            card(
                    "/fields/bankAccounts/" + i + "/account",
                    FieldValues.of(accounts.get(i)).text("account"),
                    findings);
        }
    }

    /** The number itself is masked and is not said again. */
    private static void card(String at, @Nullable String number, List<Finding> findings) {
        if (number != null && BankCard.isCard(number) && !BankCard.isValid(number)) {
            findings.add(Finding.warning(at, "bankCard"));
        }
    }
}
