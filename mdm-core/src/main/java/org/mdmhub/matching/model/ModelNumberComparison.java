package org.mdmhub.matching.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.name.ProductName;
import org.mdmhub.record.FieldValues;

/**
 * Model and part numbers inside the name and the text of a product: words that mix letters and digits, or long numbers,
 * also where a blank or a sign stands between their parts (PS-LX350H, PSLX350H).
 */
record ModelNumberComparison(String field, List<String> names, List<String> texts) implements Comparison {

    private static final List<String> LEVELS = List.of("equal", "part", "common", "other");
    private static final int STEM = 5;
    private static final double RARE = 0.003;
    private static final int FEW = 4;

    /**
     * @param told in the names
     * @param all in the names and texts
     * @param rare those of {@code all} that few others have
     */
    record Numbers(Set<String> told, Set<String> all, Set<String> rare) {}

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public List<Double> bits() {
        return List.of(10.0, 6.0, 2.0, -5.0);
    }

    @Override
    public double[] expected() {
        return new double[] {0.6, 0.15, 0.05, 0.2};
    }

    @Override
    public List<String> words(FieldValues values) {
        return List.copyOf(numbers(values, names, texts));
    }

    private static Set<String> numbers(FieldValues values, List<String> some, List<String> more) {
        Set<String> found = new LinkedHashSet<>();
        for (List<String> fields : List.of(some, more)) {
            for (String field : fields) {
                String text = values.text(field);
                if (text != null) {
                    found.addAll(ProductName.of(text).models());
                }
            }
        }
        return found;
    }

    @Override
    public @Nullable Object prepare(FieldValues values, Frequencies frequencies) {
        Set<String> all = numbers(values, names, texts);
        if (all.isEmpty()) {
            return null;
        }
        Set<String> rare = new LinkedHashSet<>();
        String key = field + ".words";
        int few = (int) Math.max(FEW, RARE * frequencies.total(key));
        for (String number : all) {
            boolean known = frequencies.total(key) > 0;
            if (known ? frequencies.count(key, number) <= few : number.length() >= STEM) {
                rare.add(number);
            }
        }
        return new Numbers(numbers(values, names, List.of()), all, rare);
    }

    @Override
    public int level(Object one, Object other) {
        Numbers here = (Numbers) one;
        Numbers there = (Numbers) other;
        if (shared(here.rare, there.all, here, there)) {
            return 0;
        }
        if (part(here, there) || part(there, here)) {
            return 1;
        }
        for (String number : here.told) {
            if (there.told.contains(number)) {
                return 2;
            }
        }
        return here.told.isEmpty() || there.told.isEmpty() ? MISSING : 3;
    }

    /** One of the two must have it in its name. */
    private static boolean shared(Set<String> rare, Set<String> all, Numbers here, Numbers there) {
        for (String number : rare) {
            if (all.contains(number) && (here.told.contains(number) || there.told.contains(number))) {
                return true;
            }
        }
        return false;
    }

    private static boolean part(Numbers here, Numbers there) {
        for (String number : here.told) {
            if (number.length() >= STEM && here.rare.contains(number)) {
                for (String longer : there.all) {
                    if (longer.length() > number.length() && longer.startsWith(number)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
