package org.mdmhub.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.MatchModel;
import org.mdmhub.matching.NameComparison;
import org.mdmhub.matching.NameKey;
import org.mdmhub.matching.Verdict;
import org.mdmhub.quality.identifier.CreditCode;
import org.mdmhub.quality.identifier.Lei;
import org.mdmhub.quality.identifier.VatNumber;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;

/** When two customers are the same. One legal entity is one record; its sites share its credit code and are not it. */
@Component
class CustomerMatch implements MatchModel {

    private static final List<String> PLACE = List.of("country", "province", "city", "district", "street");
    private static final String FORMER = "formerNames";
    private static final String GROUP = "accountGroup";
    private static final List<String> IDENTIFIERS = List.of("creditCode", "lei", "vatNumber");
    private static final List<String> CONTACT = List.of("phone", "email", "birthDate");

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
    public List<String> compared() {
        List<String> fields = new ArrayList<>(
                List.of("name", "shortName", "englishName", "accountGroup", "creditCode", "lei", "vatNumber"));
        fields.add(FORMER);
        fields.addAll(PLACE);
        fields.addAll(CONTACT);
        return fields;
    }

    @Override
    public List<String> names(FieldValues customer) {
        List<String> names = new ArrayList<>();
        for (String key : List.of("name", "shortName", "englishName")) {
            String name = customer.text(key);
            if (name != null) {
                names.add(name);
            }
        }
        customer.list(FORMER).forEach(former -> names.add(String.valueOf(former.get("name"))));
        return names;
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

    private static void identifier(
            FieldValues customer, String key, Predicate<String> valid, Map<String, String> into) {
        String value = customer.text(key);
        if (value != null && valid.test(value)) {
            into.put(key, value);
        }
    }

    @Override
    public Map<String, Map<String, Double>> weights() {
        Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
        IDENTIFIERS.forEach(key -> weights.put(key, Verdict.IDENTIFIER));
        weights.put("name", NameComparison.WEIGHTS);
        List.of("shortName", "englishName", FORMER).forEach(key -> weights.put(key, Map.of("equal", 11.0)));
        PLACE.forEach(key ->
                weights.put(key, key.equals("street") ? Map.of("equal", 0.5) : Map.of("equal", 0.5, "other", -2.0)));
        CONTACT.forEach(key -> weights.put(key, Map.of("equal", 4.0)));
        weights.put(GROUP, Map.of("siteOfEntity", -30.0));
        return weights;
    }

    @Override
    public Verdict compare(FieldValues one, FieldValues other) {
        Verdict verdict = new Verdict();
        Map<String, String> known = identifiers(other);
        identifiers(one).forEach((kind, value) -> {
            String theirs = known.get(kind);
            if (theirs != null) {
                verdict.identifier(kind, theirs.equals(value));
            }
        });
        boolean equalNames = names(verdict, one, other);
        boolean apart = place(verdict, one, other);
        boolean reached = contact(verdict, one, other);
        if (siteAndEntity(one, other)) {
            return verdict.add(GROUP, "siteOfEntity", -30);
        }
        boolean person = "PERSON".equals(one.text("accountGroup")) || "PERSON".equals(other.text("accountGroup"));
        return equalNames && !apart && (!person || reached) ? verdict.allEqual() : verdict;
    }

    private static boolean names(Verdict verdict, FieldValues one, FieldValues other) {
        NameKey name = NameKey.of(Objects.requireNonNullElse(one.text("name"), ""));
        NameKey theirs = NameKey.of(Objects.requireNonNullElse(other.text("name"), ""));
        NameComparison.add(verdict, "name", name, theirs);
        for (String key : List.of("shortName", "englishName")) {
            String text = other.text(key);
            boolean same = text != null && NameKey.of(text).core().equals(name.core()) && !name.equals(theirs);
            verdict.add(key, "equal", same ? 11 : 0);
        }
        boolean former = !name.equals(theirs) && (wasCalled(one, theirs) || wasCalled(other, name));
        verdict.add(FORMER, "equal", former ? 11 : 0);
        // a name of nothing but signs folds to nothing and says nothing
        return name.full().equals(theirs.full()) && !name.full().isEmpty();
    }

    private static boolean wasCalled(FieldValues customer, NameKey name) {
        return !name.full().isEmpty()
                && customer.list(FORMER).stream()
                        .anyMatch(item -> NameKey.of(String.valueOf(item.get("name")))
                                .full()
                                .equals(name.full()));
    }

    /** True where the two stand in different places. */
    private static boolean place(Verdict verdict, FieldValues one, FieldValues other) {
        boolean apart = false;
        for (String key : PLACE) {
            Boolean same = same(one.text(key), other.text(key));
            if (same != null) {
                boolean street = key.equals("street");
                apart |= !same && !street;
                double against = street ? 0 : -2;
                verdict.add(key, same ? "equal" : "other", same ? 0.5 : against);
            }
        }
        return apart;
    }

    private static boolean contact(Verdict verdict, FieldValues one, FieldValues other) {
        boolean reached = false;
        for (String key : CONTACT) {
            if (Boolean.TRUE.equals(same(one.text(key), other.text(key)))) {
                reached = true;
                verdict.add(key, "equal", 4);
            }
        }
        return reached;
    }

    private static @Nullable Boolean same(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        return one.equals(other)
                || NameKey.of(one).full().equals(NameKey.of(other).full());
    }

    private static boolean siteAndEntity(FieldValues one, FieldValues other) {
        return "SITE".equals(one.text("accountGroup")) != "SITE".equals(other.text("accountGroup"));
    }
}
