package org.mdmhub.record;

import org.jspecify.annotations.Nullable;

/** One field that differs: its neutral value before and after, null where there was or is none. */
public record FieldChange(
        String field, @Nullable Object before, @Nullable Object after) {}
