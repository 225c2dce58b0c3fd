package org.mdmhub.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.RecordStatus;

/**
 * One applied change of a record.
 *
 * @param revision number; higher is later
 * @param at when it was applied; reading the record as of this instant gives it as this entry left it
 * @param who login that asked
 * @param approvedBy logins that decided
 * @param why the reason as written
 * @param kind kind of the change request, or the cause where there was none
 * @param status the record's status from then on
 * @param changes field by field; the first entry lists every value
 */
public record HistoryEntry(
        long revision,
        Instant at,
        String who,
        List<String> approvedBy,
        String why,
        @Nullable UUID requestId,
        String kind,
        @Nullable UUID mergeId,
        RecordStatus status,
        List<FieldChange> changes) {

    /** Whether this person asked for it or approved it. */
    boolean by(String login) {
        return who.equals(login) || approvedBy.contains(login);
    }

    /** Of this change only what became of one field. */
    HistoryEntry only(String field) {
        List<FieldChange> kept =
                changes.stream().filter(change -> change.field().equals(field)).toList();
        return new HistoryEntry(revision, at, who, approvedBy, why, requestId, kind, mergeId, status, kept);
    }
}
