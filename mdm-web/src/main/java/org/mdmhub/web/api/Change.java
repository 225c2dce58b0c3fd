package org.mdmhub.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldChange;

/** One field's value before and after, as the API shows it. */
record Change(
        String field,
        @Nullable Object old,
        @JsonProperty("new") @Nullable Object after) {

    static Change of(FieldChange change) {
        return new Change(change.field(), change.before(), change.after());
    }
}
