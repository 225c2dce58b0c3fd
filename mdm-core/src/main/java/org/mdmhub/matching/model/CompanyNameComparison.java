package org.mdmhub.matching.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.name.CompanyName;
import org.mdmhub.matching.name.CompanyNames;
import org.mdmhub.matching.name.NameLevel;
import org.mdmhub.record.FieldValues;

/** The name of a company or of anything else that is called like one; its levels are those of {@link NameLevel}. */
record CompanyNameComparison(String field) implements Comparison {

    private static final List<String> LEVELS =
            Arrays.stream(NameLevel.values()).map(CompanyNameComparison::level).toList();
    private static final Map<NameLevel, Integer> NUMBERS = new EnumMap<>(NameLevel.class);

    static {
        for (NameLevel level : NameLevel.values()) {
            NUMBERS.put(level, NUMBERS.size());
        }
    }

    private static final List<Double> BITS =
            List.of(15.0, 14.0, 12.0, 11.5, 11.0, 11.5, 10.0, 7.0, 4.0, 4.0, 3.0, 1.0, 2.0, -6.0);
    private static final double[] EXPECTED = {
        0.42, 0.1, 0.09, 0.06, 0.03, 0.12, 0.02, 0.06, 0.01, 0.01, 0.01, 0.005, 0.005, 0.06
    };

    private static String level(NameLevel level) {
        StringBuilder camel = new StringBuilder();
        for (String word : Arrays.asList(level.name().split("_", -1))) {
            camel.append(
                    camel.isEmpty()
                            ? word.toLowerCase(Locale.ROOT)
                            : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
        }
        return camel.toString();
    }

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public List<Double> bits() {
        return BITS;
    }

    @Override
    public double[] expected() {
        return EXPECTED.clone();
    }

    @Override
    public @Nullable Object prepare(FieldValues values, Frequencies frequencies) {
        String text = values.text(field);
        CompanyName name = text == null ? null : CompanyName.of(text);
        return name == null || name.full().isEmpty() ? null : name;
    }

    @Override
    public int level(Object one, Object other) {
        return NUMBERS.getOrDefault(CompanyNames.compare((CompanyName) one, (CompanyName) other), MISSING);
    }

    @Override
    public String term(Object prepared) {
        return ((CompanyName) prepared).full();
    }
}
