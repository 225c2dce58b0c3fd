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
 * @param undo how many seconds are left to take it back, null where it cannot be
 */
record Done(
        String deed,
        UUID id,
        String number,
        String type,
        String kind,
        String status,
        @Nullable String name,
        @Nullable String code,
        @Nullable UUID next,
        @Nullable Long undo) {

    static Done of(String deed, RequestSheet sheet, @Nullable UUID next, @Nullable Long undo) {
        return new Done(
                deed,
                sheet.id(),
                sheet.number(),
                sheet.type(),
                sheet.kind(),
                sheet.status(),
                sheet.name(),
                sheet.code(),
                next,
                undo);
    }

    /** Whether the record that it is about can be looked at. */
    public boolean applied() {
        return code != null && status.equals("APPLIED");
    }

    /** Whether a new master was approved: its code is taken, and only a request can retire it. */
    public boolean born() {
        return deed.equals("approve") && kind.equals("CREATE") && applied();
    }

    /** What takes it back, as its address says it. */
    public String back() {
        return deed.equals("snooze") ? "wake" : "undo";
    }

    /** Key of the words for it. */
    public String words() {
        return "done." + deed + "." + (status.equals("IN_REVIEW") ? "further" : status);
    }
}
