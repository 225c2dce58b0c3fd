package org.mdmhub.web.ask;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Owner;
import org.mdmhub.record.FieldValues;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;

/**
 * What a form is about.
 *
 * @param code of the record that is changed, null for a new one
 * @param record number of that record
 * @param version of the record as it is now, 0 for a new one
 * @param owner code of the organisation that owns it, null for a new one
 * @param now its values, none for a new one
 * @param draft the request that the form edits, null where there is none yet
 * @param living whether it is in use, or new; false for a retired or merged record
 */
record Subject(
        String type,
        @Nullable String code,
        @Nullable Long record,
        @Nullable String owner,
        int version,
        FieldValues now,
        @Nullable ChangeRequest draft,
        boolean living) {

    ChangeKind kind() {
        return code == null ? ChangeKind.CREATE : ChangeKind.UPDATE;
    }

    /** Where its form stands. */
    String path() {
        ChangeRequest request = draft;
        if (request != null) {
            return "/requests/" + request.id() + "/edit";
        }
        return code == null ? "/records/" + type + "/new" : "/records/" + type + "/" + code + "/edit";
    }

    @Nullable
    Owner self() {
        UUID request = draft == null ? null : draft.id();
        return record != null ? Owner.record(record) : request == null ? null : Owner.request(request);
    }
}
