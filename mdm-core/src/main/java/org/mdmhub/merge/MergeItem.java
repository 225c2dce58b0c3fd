package org.mdmhub.merge;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item of a list in a merge.
 *
 * @param field key of the list
 * @param code of the record that it belongs to
 * @param id its own id there
 * @param values with the id
 * @param shown whether the survivor will show it
 * @param equal id of the shown item that says the same, null where none does
 * @param near whether another shown item looks much the same, so that it is worth a look
 */
public record MergeItem(
        String field,
        String code,
        String id,
        Map<String, Object> values,
        boolean shown,
        @Nullable String equal,
        boolean near) {}
