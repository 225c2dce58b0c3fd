package org.mdmhub.product;

import java.util.Collection;
import java.util.List;
import org.mdmhub.matching.model.Comparison;
import org.mdmhub.matching.model.Comparisons;
import org.mdmhub.matching.model.Keys;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.record.FieldValues;

/** What products are compared by: the rare words of their names, model numbers, quantities, brand, price. */
public final class ProductProfile {

    static final String QUANTITY = "quantity";

    private static final double[] NAME = {0.85, 0.7, 0.55, 0.4, 0.25, 0.12};
    private static final double[] TEXT = {0.5, 0.3, 0.15, 0.05};
    private static final double EQUAL_NAME = 12;
    private static final double EQUAL_TEXT = 8;
    private static final double EVEN_ODDS = 0.5;
    private static final Comparison MODEL =
            Comparisons.modelNumber("model", List.of("name", "model"), List.of("specification"));

    public static final Profile PROFILE = new Profile(
            "products",
            List.of(
                    Comparisons.words("name", List.of("name"), EQUAL_NAME, NAME),
                    Comparisons.words("specification", List.of("specification"), EQUAL_TEXT, TEXT),
                    MODEL,
                    Comparisons.quantity(QUANTITY, List.of("name", "specification")),
                    Comparisons.firstWord("brand", List.of("brand", "name")),
                    Comparisons.amount("listPrice")),
            EVEN_ODDS,
            ProductProfile::keys);

    private ProductProfile() {}

    private static Collection<String> keys(FieldValues product) {
        Keys keys = new Keys();
        for (String word : Keys.eachWord(product, "name")) {
            keys.add("word", word);
        }
        for (String number : MODEL.words(product)) {
            keys.add("word", number);
        }
        return keys.all();
    }
}
