package org.mdmhub.sync.connector.kingdee;

import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.connector.Stopped;
import org.mdmhub.sync.target.Message;
import tools.jackson.databind.JsonNode;

/**
 * Where a record stands there.
 *
 * @param id internal id, null where the query shows no such record, which does not prove that there is none: data
 *     permissions filter silently
 * @param document Z draft, A saved, B submitted, C audited, D opened again; empty without a record
 * @param forbidden whether its use is stopped
 * @param modified when it last changed, by the target's clock
 */
record KingdeeState(
        @Nullable String id,
        String document,
        boolean forbidden,
        @Nullable String modified) {

    static final String SAVED = "SAVED";
    static final String SUBMITTED = "SUBMITTED";
    static final String AUDITED = "AUDITED";

    static final KingdeeState NONE = new KingdeeState(null, "", false, null);

    static KingdeeState find(KingdeeCalls calls, KingdeeForm form, String code) throws Stopped {
        String fields = form.idField + ",FNumber,FDocumentStatus,FForbidStatus,FModifyDate";
        JsonNode rows = calls.query(form, fields, "FNumber='" + code.replace("'", "''") + "'", 1);
        JsonNode row = rows.path(0);
        if (!row.isArray() || row.isEmpty()) {
            return NONE;
        }
        return new KingdeeState(
                row.path(0).asString(),
                row.path(2).asString(""),
                "B".equals(row.path(3).asString("")),
                row.path(4).asString(null));
    }

    /** By the whole document, whose names come with the prefix F or without. */
    static KingdeeState of(JsonNode document) {
        String id = document.path("Id").asString("");
        return new KingdeeState(
                id.isEmpty() ? null : id,
                field(document, "DocumentStatus"),
                "B".equals(field(document, "ForbidStatus")),
                null);
    }

    private static String field(JsonNode document, String name) {
        return document.path("F" + name).asString(document.path(name).asString(""));
    }

    boolean audited() {
        return "C".equals(document);
    }

    boolean submitted() {
        return "B".equals(document);
    }

    /** Whether its use is stopped exactly where it is not active with us. */
    boolean availableAs(Message message) {
        return forbidden != "ACTIVE".equals(message.status());
    }

    /** What is still owed to a record whose content is there; null where nothing is. */
    @Nullable
    String stage(Message message) {
        if (audited()) {
            return availableAs(message) ? null : AUDITED;
        }
        return submitted() ? SUBMITTED : SAVED;
    }
}
