package org.mdmhub.web.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was just done, told on the page that follows.
 *
 * @param deed what the reader did, as its address says it
 * @param status the request has now
 * @param name of the master, null where it has none yet
 * @param code of the record, null while it has none
 * @param next what waits for the reader next, null for nothing
 */
record Done(
        String deed,
        UUID id,
        String number,
        String type,
        String status,
        @Nullable String name,
        @Nullable String code,
        @Nullable UUID next) {

    static Done of(String deed, RequestSheet sheet, @Nullable UUID next) {
        return new Done(
                deed, sheet.id(), sheet.number(), sheet.type(), sheet.status(), sheet.name(), sheet.code(), next);
    }

    /** Whether the record that it is about can be looked at. */
    public boolean applied() {
        return code != null && status.equals("APPLIED");
    }

    /** Key of the words for it. */
    public String words() {
        return "done." + deed + "." + (status.equals("IN_REVIEW") ? "further" : status);
    }
}
