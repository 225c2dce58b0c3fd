package org.mdmhub.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Units of measure: which there are, and how one becomes another of its dimension. */
@Component("unitsOfMeasure")
public class Units {

    /** Name of their code table. */
    public static final String TABLE = "units";

    private final CodeTables tables;

    Units(CodeTables tables) {
        this.tables = tables;
    }

    public boolean isKnown(String unit) {
        return tables.get(TABLE).find(unit).isPresent();
    }

    /** An amount in another unit; empty where the two measure different things or nobody said how much they are. */
    public Optional<BigDecimal> convert(BigDecimal amount, String from, String to) {
        CodeBook units = tables.get(TABLE);
        Code one = units.find(from).orElse(null);
        Code other = units.find(to).orElse(null);
        BigDecimal here = factor(one);
        BigDecimal there = factor(other);
        if (one == null
                || other == null
                || here == null
                || there == null
                || !dimension(one).equals(dimension(other))) {
            return Optional.empty();
        }
        BigDecimal converted = amount.multiply(here).divide(there, MathContext.DECIMAL64);
        return Optional.of(new BigDecimal(converted.stripTrailingZeros().toPlainString()));
    }

    private static String dimension(Code unit) {
        return unit.attributes().getOrDefault("dimension", unit.code());
    }

    private static @Nullable BigDecimal factor(@Nullable Code unit) {
        String factor = unit == null ? null : unit.attributes().get("factor");
        return factor == null || !factor.matches("\\d{1,12}(\\.\\d{1,12})?") || factor.matches("[0.]+")
                ? null
                : new BigDecimal(factor);
    }
}
