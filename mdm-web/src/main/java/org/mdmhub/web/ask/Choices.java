package org.mdmhub.web.ask;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldKind;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField.Option;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What can be chosen in a field, in the reader's language. */
@Component
class Choices {

    private static final Option NOTHING = new Option("", "–");

    private final Texts texts;
    private final Organisations organisations;
    private final Map<Locale, List<Option>> countries = new ConcurrentHashMap<>();
    private final List<Option> currencies = currencies();

    Choices(Texts texts, Organisations organisations) {
        this.texts = texts;
        this.organisations = organisations;
    }

    /**
     * The options of a field that has any; a value that is none of them stays, as it was typed.
     *
     * @param must whether nothing is no choice
     */
    List<Option> of(FieldKind kind, String key, List<String> choices, String value, boolean must) {
        List<Option> options = new ArrayList<>(must ? List.of() : List.of(NOTHING));
        options.addAll(
                switch (kind) {
                    case CHOICE ->
                        choices.stream()
                                .map(choice -> new Option(choice, texts.or("choice." + key + "." + choice, choice)))
                                .toList();
                    case COUNTRY -> countries.computeIfAbsent(LocaleContextHolder.getLocale(), this::countries);
                    case CURRENCY -> currencies;
                    case FLAG ->
                        List.of(new Option("true", texts.of("flag.yes")), new Option("false", texts.of("flag.no")));
                    case ORGANISATION ->
                        organisations.all().stream()
                                .map(unit -> new Option(unit.code(), unit.name(LocaleContextHolder.getLocale())))
                                .toList();
                    default -> List.<Option>of();
                });
        if (!value.isEmpty()
                && options.stream().noneMatch(option -> option.value().equals(value))) {
            options.add(new Option(value, value));
        }
        return options;
    }

    private List<Option> countries(Locale reader) {
        Collator alphabet = Collator.getInstance(reader);
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Option(
                        code,
                        texts.or(
                                "country." + code,
                                new Locale.Builder().setRegion(code).build().getDisplayCountry(reader))))
                .sorted(Comparator.comparing(Option::label, alphabet))
                .toList();
    }

    /** Those in which some country or region pays today. */
    private static List<Option> currencies() {
        return Stream.of(Locale.getISOCountries())
                .map(code -> Currency.getInstance(
                        new Locale.Builder().setRegion(code).build()))
                .filter(Objects::nonNull)
                .map(Currency::getCurrencyCode)
                .distinct()
                .sorted()
                .map(code -> new Option(code, code))
                .toList();
    }
}
