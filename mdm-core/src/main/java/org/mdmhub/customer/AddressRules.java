package org.mdmhub.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.Rules;
import org.mdmhub.quality.identifier.BankCard;
import org.mdmhub.quality.identifier.CreditCode;
import org.mdmhub.quality.identifier.Postcode;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.reference.Divisions;
import org.springframework.stereotype.Component;

/** What makes one look twice at where a customer is, and at the cards of persons. */
@Component
class AddressRules implements Rules {

    private static final String ZONE = ".*(园区|新区|开发区|高新区|经开区|保税区|度假区|管理区|示范区|矿区)";

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
        String province = address.text("province");
        if (!country.equals("CN") || province == null) {
            return;
        }
        Optional<String> known = division(at + "/province", province, Divisions.provinces(), findings);
        String city = address.text("city");
        if (known.isEmpty() || city == null) {
            return;
        }
        division(at + "/city", city, Divisions.cities(known.get()), findings)
                .ifPresent(inCity -> district(at, known.get(), inCity, address.text("district"), findings));
    }

    private static void district(
            String at, String province, String city, @Nullable String district, List<Finding> findings) {
        List<String> known = Divisions.districts(province, city);
        if (district != null && !known.isEmpty() && !known.contains(district) && !district.matches(ZONE)) {
            List<String> meant =
                    known.stream().filter(name -> name.startsWith(district)).toList();
            findings.add(Finding.warning(at + "/district", "division", district)
                    .suggesting(meant.size() == 1 ? meant.get(0) : null));
        }
    }

    /** A division by another spelling of its name is found all the same. */
    private static Optional<String> division(String at, String name, List<String> known, List<Finding> findings) {
        Optional<String> meant = PlaceNames.meant(name, known);
        if (!known.contains(name)) {
            findings.add(Finding.warning(at, "division", name).suggesting(meant.orElse(null)));
        }
        return meant;
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
