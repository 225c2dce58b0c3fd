package org.mdmhub.mother;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of customers. */
public final class CustomerMother {

    private CustomerMother() {}

    /** A legal entity with a name and a credit code of its own. */
    public static Map<String, @Nullable Object> customer() {
        return named(NameMother.company());
    }

    public static Map<String, @Nullable Object> named(String name) {
        return fields("name", name, "creditCode", IdentifierMother.creditCode());
    }

    /** A customer with more fields, given as key, value, key, value. */
    public static Map<String, @Nullable Object> customerWith(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> fields = customer();
        fields.putAll(fields(keysAndValues));
        return fields;
    }

    /** Fields given as key, value, key, value; a value may be null. */
    public static Map<String, @Nullable Object> fields(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return fields;
    }
}
