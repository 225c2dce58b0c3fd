package org.mdmhub.record;

import org.jspecify.annotations.Nullable;

/**
 * Where the values of a field come from.
 *
 * @param table name of the code table
 * @param level distance of its entries from the top of the table, which is 1; 0 for all
 * @param within key of the field beside it whose value is the entry above; empty for none
 */
public record CodeList(String table, int level, String within) {

    public static CodeList of(String table) {
        return new CodeList(table, 0, "");
    }

    /** What every field of a kind draws from, null where that says nothing. */
    static @Nullable CodeList of(FieldKind kind) {
        return switch (kind) {
            case COUNTRY -> of("countries");
            case CURRENCY -> of("currencies");
            case UNIT -> of("units");
            default -> null;
        };
    }

    /** Divisions of that level within the value of another field, the country being level 1. */
    public static CodeList division(int level, String within) {
        return new CodeList("divisions", level, within);
    }
}
