package org.mdmhub.web.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.source.ForeignKeys;
import org.mdmhub.web.layout.Shown;
import org.mdmhub.web.layout.Table;

/**
 * One master in full.
 *
 * @param survivor code of the record that it was merged into, null while it stands for itself
 * @param asOf the moment that is shown, null for now
 * @param existed whether there was a record at that moment; its values are empty where not
 * @param living whether something can be asked for it
 * @param extendable whether its reader may ask for its use in an organisation that has none yet
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
        @Nullable String asOf,
        boolean existed,
        boolean living,
        boolean extendable,
        List<Block> blocks,
        List<Group> groups,
        List<Listed> lists,
        List<ForeignKeys.ForeignKey> keys,
        List<Standings.Standing> targets,
        List<Open> requests,
        List<Naming> namedBy,
        List<Merged> merged) {

    /**
     * A field group.
     *
     * @param empty the fields without a value
     * @param block what a copy of the whole group says; empty where nobody pastes it as a whole
     */
    record Group(String key, String label, List<Part> parts, List<Part> empty, String block) {}

    /**
     * A field and its value.
     *
     * @param copied what a copy takes; empty where there is nothing that one copies
     * @param href of the master that the value names, null where it names none that its reader may see
     */
    record Part(
            String key,
            String label,
            Shown value,
            String copied,
            @Nullable String href) {}

    /** A list field as a table. */
    record Listed(String key, String label, Table table) {}

    /** What may not be done, where and why. */
    record Block(String scope, String organisation, String reason, String from, String until) {}

    /** A request that is open on the record. */
    record Open(String id, String number, String kind, String status, String who, String age) {}

    /** Another master that was merged into this one. */
    record Merged(String code, String at) {}

    /** Another master that names this one. */
    record Naming(String code, String name, String status, String kind) {}
}
