package org.mdmhub.reference;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes of ISO 3166-1 alpha-2 (countries and regions) and ISO 4217 (currencies), as the JDK carries them. */
public final class IsoCodes {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private IsoCodes() {}

    public static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    public static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }
}
