package org.mdmhub.matching.model;

import java.util.List;
import org.mdmhub.matching.name.CompanyName;
import org.mdmhub.matching.name.CompanyNames;
import org.mdmhub.matching.name.NameLevel;
import org.mdmhub.matching.name.PhoneKey;

/** The comparisons that there are. */
public final class Comparisons {

    private Comparisons() {}

    /**
     * Part of a person's name, a city.
     *
     * @param equal bits of an equal value as long as nothing is learned
     */
    public static Comparison word(String field, double equal) {
        return new WordComparison(field, equal);
    }

    /** Name of a company, of a thing that is called like one. */
    public static Comparison companyName(String field) {
        return new GradedComparison<>(
                field,
                NameLevel.class,
                values -> {
                    String text = values.text(field);
                    CompanyName name = text == null ? null : CompanyName.of(text);
                    return name == null || name.full().isEmpty() ? null : name;
                },
                CompanyNames::compare,
                CompanyName::full,
                List.of(15.0, 14.0, 12.0, 11.5, 11.0, 11.5, 10.0, 8.5, 7.0, 4.0, 4.0, 3.0, 1.0, 2.0, -6.0),
                List.of(0.42, 0.1, 0.09, 0.06, 0.03, 0.12, 0.02, 0.01, 0.05, 0.01, 0.01, 0.01, 0.005, 0.005, 0.06));
    }

    public static Comparison date(String field) {
        return new DateComparison(field);
    }

    public static Comparison phone(String field) {
        return new GradedComparison<>(
                field,
                PhoneKey.Level.class,
                values -> {
                    PhoneKey phone = PhoneKey.of(values.text(field));
                    return phone.digits().isEmpty() ? null : phone;
                },
                PhoneKey::compare,
                PhoneKey::digits,
                List.of(9.0, 8.5, -1.0),
                List.of(0.6, 0.2, 0.2));
    }

    /** @param area how many characters name the area that it lies in */
    public static Comparison postalCode(String field, int area) {
        return new CodeComparison(field, area);
    }

    public static Comparison street(String field) {
        return new StreetComparison(field);
    }

    public static Comparison amount(String field) {
        return new AmountComparison(field);
    }

    /** The first word of the first of the fields that has one. */
    public static Comparison firstWord(String field, List<String> sources) {
        return new FirstWordComparison(field, sources);
    }

    /** Model numbers in names, and in texts that are held against the names of others. */
    public static Comparison modelNumber(String field, List<String> names, List<String> texts) {
        return new ModelNumberComparison(field, names, texts);
    }

    /** Quantities with a unit, those of the first field telling. */
    public static Comparison quantity(String field, List<String> sources) {
        return new QuantityComparison(field, sources);
    }

    /**
     * Words of one or more fields, rare ones first.
     *
     * @param equal bits of equal words as long as nothing is learned
     * @param steps least likeness of each level, descending
     */
    public static Comparison words(String field, List<String> sources, double equal, double... steps) {
        return new WordsComparison(field, sources, equal, steps);
    }
}
