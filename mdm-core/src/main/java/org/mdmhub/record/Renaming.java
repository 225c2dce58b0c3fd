package org.mdmhub.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a kind of master takes another name, as a bean of its domain; a kind without one is not renamed. */
public interface Renaming {

    /** Key of the kind of master. */
    String type();

    /**
     * What the record is to hold: what was asked for, the name that it had, and what follows the name.
     *
     * @param itemId id of what is added to a list
     * @param day from which the new name counts
     */
    Map<String, @Nullable Object> fields(
            FieldValues now, Map<String, @Nullable Object> asked, String itemId, LocalDate day);

    /**
     * What keeps it from being a renaming.
     *
     * @param after the record as it would be
     */
    List<Finding> check(FieldValues now, Map<String, @Nullable Object> asked, FieldValues after);
}
