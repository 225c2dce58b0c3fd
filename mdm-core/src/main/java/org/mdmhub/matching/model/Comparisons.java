package org.mdmhub.matching.model;

import java.util.List;

/** The comparisons that there are. */
public final class Comparisons {

    private static final int PHONE = 8;

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
        return new CompanyNameComparison(field);
    }

    public static Comparison date(String field) {
        return new DateComparison(field);
    }

    public static Comparison phone(String field) {
        return new CodeComparison(field, true, PHONE);
    }

    /** @param area how many characters name the area that it lies in */
    public static Comparison postalCode(String field, int area) {
        return new CodeComparison(field, false, area);
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
