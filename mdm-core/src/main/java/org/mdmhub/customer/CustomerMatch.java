package org.mdmhub.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.MatchModel;
import org.mdmhub.matching.NameKey;
import org.mdmhub.matching.Verdict;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.name.CompanyName;
import org.mdmhub.quality.identifier.CreditCode;
import org.mdmhub.quality.identifier.Lei;
import org.mdmhub.quality.identifier.VatNumber;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;

/** When two customers are the same. One legal entity is one record; its sites share its credit code and are not it. */
@Component
class CustomerMatch implements MatchModel {

    private static final List<String> PLACE = List.of("country", "province", "city", "district");
    private static final List<String> WEIGHED_PLACE = List.of("country", "district");
    private static final String FORMER = "formerNames";
    private static final String NAME = "name";
    private static final String GROUP = "accountGroup";
    private static final String SITE_GROUP = "SITE";
    private static final String OWNER = "HEADQUARTERS";
    private static final List<String> IDENTIFIERS = List.of("creditCode", "lei", "vatNumber");
    private static final List<String> CONTACT = List.of("phone", "email", "birthDate");
    private static final double OTHER_NAME = 12;
    private static final double SAME_PLACE = 0.5;
    private static final double OTHER_PLACE = -2;
    private static final double SITE = -30;

    @Override
    public String type() {
        return CustomerType.KEY;
    }

    /** 散客 is one shared record and nobody's double. */
    @Override
    public boolean matches(FieldValues customer) {
        return !"ONE_TIME".equals(customer.text("accountGroup"));
    }

    @Override
    public List<Profile> profiles() {
        return List.of(CustomerProfiles.ORGANISATION, CustomerProfiles.PERSON);
    }

    @Override
    public Profile profile(FieldValues customer) {
        return CustomerProfiles.of(customer);
    }

    @Override
    public List<String> compared() {
        List<String> fields = new ArrayList<>(List.of(
                NAME, "shortName", "englishName", "givenName", "familyName", "accountGroup", "creditCode", "lei"));
        fields.addAll(List.of("vatNumber", FORMER, "street", "postalCode", "industry"));
        fields.addAll(PLACE);
        fields.addAll(CONTACT);
        return fields;
    }

    @Override
    public List<String> names(FieldValues customer) {
        return CustomerProfiles.names(customer);
    }

    @Override
    public Map<String, String> identifiers(FieldValues customer) {
        Map<String, String> identifiers = new LinkedHashMap<>();
        if (CustomerRules.isRegistered(customer)) {
            identifier(customer, "creditCode", CreditCode::isValid, identifiers);
        }
        identifier(customer, "lei", Lei::isValid, identifiers);
        identifier(customer, "vatNumber", VatNumber::isValid, identifiers);
        return identifiers;
    }

    /** A shop shares the credit code of its entity, and mostly carries its name. */
    @Override
    public Optional<FieldValues> whole(FieldValues part) {
        String name = part.text(NAME);
        if (!SITE_GROUP.equals(part.text(GROUP)) || name == null || saysWhose(part)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put(NAME, CompanyName.wholeOf(name));
        whole.put("creditCode", part.text("creditCode"));
        return Optional.of(FieldValues.of(whole));
    }

    private static boolean saysWhose(FieldValues part) {
        return part.list("relations").stream().anyMatch(item -> OWNER.equals(item.get("kind")));
    }

    @Override
    public boolean isWhole(FieldValues customer) {
        return CustomerRules.isRegistered(customer);
    }

    private static void identifier(
            FieldValues customer, String key, Predicate<String> valid, Map<String, String> into) {
        String value = customer.text(key);
        if (value != null && valid.test(value)) {
            into.put(key, value);
        }
    }

    @Override
    public Map<String, Map<String, Double>> rules() {
        Map<String, Map<String, Double>> rules = new LinkedHashMap<>();
        IDENTIFIERS.forEach(key -> rules.put(key, Verdict.IDENTIFIER));
        List.of("shortName", "englishName", FORMER).forEach(key -> rules.put(key, Map.of("equal", OTHER_NAME)));
        WEIGHED_PLACE.forEach(key -> rules.put(key, Map.of("equal", SAME_PLACE, "other", OTHER_PLACE)));
        rules.put(GROUP, Map.of("siteOfEntity", SITE));
        return rules;
    }

    @Override
    public void judge(Verdict verdict, FieldValues one, FieldValues other) {
        Map<String, String> known = identifiers(other);
        identifiers(one).forEach((kind, value) -> {
            String theirs = known.get(kind);
            if (theirs != null) {
                verdict.identifier(kind, theirs.equals(value));
            }
        });
        otherNames(verdict, one, other);
        boolean apart = apart(verdict, one, other);
        boolean reached =
                CONTACT.stream().anyMatch(field -> verdict.says(field, "equal") || verdict.says(field, "nearlyEqual"));
        if (siteAndEntity(one, other)) {
            verdict.add(GROUP, "siteOfEntity", SITE);
            return;
        }
        boolean person = isPerson(one) || isPerson(other);
        if (!apart && verdict.says(NAME, "equal") && (!person || reached)) {
            verdict.allEqual();
        }
        if (!apart && (verdict.says(NAME, "equal") || verdict.says(NAME, "legalForm"))) {
            verdict.alike();
        }
    }

    /** The name of one is what the other is called in short, in English, or was called before. */
    private static void otherNames(Verdict verdict, FieldValues one, FieldValues other) {
        if (verdict.says(NAME, "equal")) {
            return;
        }
        String name = key(one.text(NAME));
        String theirs = key(other.text(NAME));
        for (String field : List.of("shortName", "englishName")) {
            boolean same = isSame(name, key(other.text(field))) || isSame(theirs, key(one.text(field)));
            verdict.add(field, "equal", same ? OTHER_NAME : 0);
        }
        boolean former = wasCalled(one, theirs) || wasCalled(other, name);
        verdict.add(FORMER, "equal", former ? OTHER_NAME : 0);
        if (former) {
            verdict.alike();
        }
    }

    private static boolean wasCalled(FieldValues customer, String name) {
        return customer.list(FORMER).stream().anyMatch(item -> isSame(key(String.valueOf(item.get("name"))), name));
    }

    /** A name of nothing but signs folds to nothing and says nothing. */
    private static boolean isSame(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    private static String key(@Nullable String name) {
        return NameKey.of(Objects.requireNonNullElse(name, "")).full();
    }

    /** True where the two stand in different places. */
    private static boolean apart(Verdict verdict, FieldValues one, FieldValues other) {
        boolean apart = false;
        for (String field : PLACE) {
            String here = key(one.text(field));
            String there = key(other.text(field));
            if (!here.isEmpty() && !there.isEmpty()) {
                boolean same = here.equals(there);
                apart |= !same;
                if (WEIGHED_PLACE.contains(field)) {
                    verdict.add(field, same ? "equal" : "other", same ? SAME_PLACE : OTHER_PLACE);
                }
            }
        }
        return apart;
    }

    private static boolean isPerson(FieldValues customer) {
        return "PERSON".equals(customer.text("accountGroup"));
    }

    private static boolean siteAndEntity(FieldValues one, FieldValues other) {
        return SITE_GROUP.equals(one.text(GROUP)) != SITE_GROUP.equals(other.text(GROUP));
    }
}
