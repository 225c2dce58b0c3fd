package org.mdmhub.web.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.source.ForeignKeys;
import org.mdmhub.web.layout.Shown;
import org.mdmhub.web.layout.Values;

/**
 * One master in full.
 *
 * @param survivor code of the record that it was merged into, null while it stands for itself
 * @param empty how many fields have no value
 * @param older what the next page of the history begins below, null at its end
 */
record RecordSheet(
        String type,
        String code,
        String name,
        String status,
        int version,
        String organisation,
        String created,
        String updated,
        @Nullable String survivor,
        List<Group> groups,
        List<Part> lists,
        int empty,
        List<ForeignKeys.ForeignKey> keys,
        List<Standings.Standing> targets,
        List<Entry> history,
        @Nullable Long older) {

    /** A field group with those of its fields that have a value. */
    record Group(String key, List<Part> parts) {}

    /** A field and its value. */
    record Part(String key, String label, Shown value) {}

    /** One applied change. */
    record Entry(
            String at,
            String who,
            String approvedBy,
            String why,
            @Nullable UUID requestId,
            String kind,
            List<Values.Change> changes) {}
}
