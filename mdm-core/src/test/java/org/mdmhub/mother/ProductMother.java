package org.mdmhub.mother;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of products. */
public final class ProductMother {

    private ProductMother() {}

    public static Map<String, @Nullable Object> product() {
        return CustomerMother.fields("name", NameMother.trade(6), "baseUnit", "PCS");
    }

    /** A product with more fields, given as key, value, key, value. */
    public static Map<String, @Nullable Object> productWith(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> fields = product();
        fields.putAll(CustomerMother.fields(keysAndValues));
        return fields;
    }
}
