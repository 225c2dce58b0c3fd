package org.mdmhub.coding;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whose codes a scheme makes: a type's, or within it those of one group of records, of one organisation, or of both.
 *
 * @param group account group of customers, kind of material of products; empty for all
 * @param orgUnit code of the owning organisation, with all below it; empty for all
 */
public record SchemeKey(String type, String group, String orgUnit) {

    /** The fields that put a record into a group; a type has at most one of them. */
    static final List<String> GROUP_FIELDS = List.of("accountGroup", "materialType");

    private static final String BETWEEN = ".";
    private static final int PARTS = 3;

    /** The scheme of a type that holds where no narrower one does. */
    public static SchemeKey of(String type) {
        return new SchemeKey(type, "", "");
    }

    /** Reads {@code customers}, {@code customers.BRANCH}, {@code customers..CN-EAST}, {@code customers.BRANCH.CN-EAST}. */
    public static SchemeKey parse(String text) {
        String[] parts = text.split(Pattern.quote(BETWEEN), PARTS);
        return new SchemeKey(parts[0], parts.length > 1 ? parts[1] : "", parts.length == PARTS ? parts[PARTS - 1] : "");
    }

    public boolean isDefault() {
        return group.isEmpty() && orgUnit.isEmpty();
    }

    @Override
    public String toString() {
        if (orgUnit.isEmpty()) {
            return group.isEmpty() ? type : type + BETWEEN + group;
        }
        return type + BETWEEN + group + BETWEEN + orgUnit;
    }
}
