package org.mdmhub.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldChange;

/** One field's value before and after, as the API shows it; {@code masked} where some of it is left out. */
record Change(
        String field,
        @Nullable Object old,
        @JsonProperty("new") @Nullable Object after,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean masked) {

    static Change of(FieldChange change, Mask mask) {
        String field = change.field();
        return new Change(
                field, mask.without(field, change.before()), mask.without(field, change.after()), mask.touches(field));
    }
}
