package org.mdmhub.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.mdmhub.matching.model.Comparisons;
import org.mdmhub.matching.model.Keys;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.name.AddressKey;
import org.mdmhub.matching.name.CompanyName;
import org.mdmhub.matching.name.MailDomain;
import org.mdmhub.matching.name.NameKeys;
import org.mdmhub.matching.name.PhoneKey;
import org.mdmhub.record.FieldValues;

/** What customers are compared by: persons by their names, day of birth and address, all others as organisations. */
public final class CustomerProfiles {

    private static final int AREA = 3;
    private static final int STEM = 5;
    private static final int PHONE = 8;
    private static final double[] FULL_NAME = {0.85, 0.6, 0.35};

    private static final double ALONE = 12;
    // the parts of the name have spoken already
    private static final double BESIDE_THE_NAME = 3;
    private static final double EVEN_ODDS = 0.5;
    // a branch next door looks much like the firm itself
    private static final double BRANCHES_AROUND = 0.9;

    static final Profile PERSON = new Profile(
            "customers.person",
            List.of(
                    Comparisons.word("givenName", 7),
                    Comparisons.word("familyName", 8),
                    Comparisons.words("name", List.of("name"), ALONE, FULL_NAME),
                    Comparisons.date("birthDate"),
                    Comparisons.street("street"),
                    Comparisons.word("city", 3),
                    Comparisons.postalCode("postalCode", AREA),
                    Comparisons.word("province", 1.5),
                    Comparisons.word("email", 11),
                    Comparisons.phone("phone"),
                    Comparisons.word("industry", 2)),
            EVEN_ODDS,
            CustomerProfiles::personKeys);

    static final Profile ORGANISATION = new Profile(
            "customers.organisation",
            List.of(
                    Comparisons.companyName("name"),
                    Comparisons.words("nameWords", List.of("name"), BESIDE_THE_NAME, 0.9, 0.7, 0.5, 0.3),
                    Comparisons.street("street"),
                    Comparisons.word("city", 3),
                    Comparisons.word("province", 1.5),
                    Comparisons.phone("phone"),
                    Comparisons.word("email", 11),
                    Comparisons.word("industry", 2)),
            BRANCHES_AROUND,
            CustomerProfiles::organisationKeys);

    private CustomerProfiles() {}

    /** Names it goes by, the first one first. */
    static List<String> names(FieldValues customer) {
        List<String> names = new ArrayList<>();
        for (String key : List.of("name", "shortName", "englishName")) {
            String name = customer.text(key);
            if (name != null) {
                names.add(name);
            }
        }
        customer.list("formerNames").forEach(former -> names.add(String.valueOf(former.get("name"))));
        return names;
    }

    public static Profile of(FieldValues customer) {
        return "PERSON".equals(customer.text("accountGroup")) ? PERSON : ORGANISATION;
    }

    /** By two of name, day of birth and address each, every one of them also by what a slip leaves of it. */
    private static Collection<String> personKeys(FieldValues person) {
        Keys keys = new Keys();
        String given = Keys.words(person, "givenName");
        String family = Keys.words(person, "familyName");
        String[] both = {given, family};
        Arrays.sort(both);
        keys.add("names", both)
                .add("name", Keys.words(person, "name"))
                .add("sounds", Keys.skeleton(family), Keys.skeleton(given))
                .add("email", Keys.of(person, "email"))
                .add("phone", Keys.end(Keys.of(person, "phone"), PHONE));
        born(keys, Keys.of(person, "birthDate"), given, family);
        lives(keys, person, given, family);
        return keys.all();
    }

    private static void born(Keys keys, String day, String given, String family) {
        String month = Keys.start(day, 6);
        String year = Keys.start(day, 4);
        keys.add("born", day)
                .add("month+family", month, Keys.start(family, 2))
                .add("month+given", month, Keys.start(given, 2))
                .add("year+family", year, Keys.skeleton(family))
                .add("year+given", year, Keys.skeleton(given));
        if (day.length() == 8) {
            keys.add("birthday+given", day.substring(4), Keys.start(given, 1))
                    .add("birthday+family", day.substring(4), Keys.start(family, 1))
                    .add("born", year + day.substring(6) + day.substring(4, 6));
        }
    }

    private static void lives(Keys keys, FieldValues person, String given, String family) {
        String postal = Keys.of(person, "postalCode");
        String city = Keys.of(person, "city");
        String street = Keys.of(person, "street");
        String number = Keys.number(street);
        String road = Keys.letters(street);
        keys.add("postal", postal)
                .add("postal+family", Keys.start(family, AREA), postal)
                .add("postal+given", Keys.start(given, AREA), postal)
                .add("postal+number", number, postal)
                .add("postal+city", Keys.start(city, 4), postal, Keys.start(given, 1))
                .add("street", street)
                .add("number+road", number, Keys.start(road, 4))
                .add("road+family", Keys.start(road, STEM), Keys.start(family, 1))
                .add("road+given", Keys.start(road, STEM), Keys.start(given, 1))
                .add("city+family", Keys.skeleton(family), Keys.start(city, 4))
                .add("city+given", Keys.skeleton(given), Keys.start(city, 4));
    }

    private static Collection<String> organisationKeys(FieldValues organisation) {
        Keys keys = new Keys();
        String street = Keys.of(organisation, "street");
        AddressKey address = AddressKey.of(
                organisation.text("province"),
                organisation.text("city"),
                organisation.text("district"),
                organisation.text("street"));
        address.keys().forEach(key -> keys.add("address", key));
        for (String name : names(organisation)) {
            // equal whole names have equal cores
            NameKeys.of(CompanyName.of(name)).stream()
                    .filter(key -> key.kind() != NameKeys.Kind.FULL)
                    .forEach(key -> keys.add("name", key.text()));
        }
        keys.add("email", Keys.of(organisation, "email"))
                .add("mail", MailDomain.of(organisation.text("email")))
                .add("phone", PhoneKey.of(organisation.text("phone")).last())
                .add("street", address.road().isEmpty() || address.number().isEmpty() ? street : "")
                .add("number+road", Keys.number(street), Keys.start(Keys.letters(street), AREA));
        return keys.all();
    }
}
