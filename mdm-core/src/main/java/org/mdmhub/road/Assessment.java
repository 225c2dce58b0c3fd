package org.mdmhub.road;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Candidate;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.merge.UnmergePlan;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.PolicyCase;

/**
 * What a request comes to, seen from now.
 *
 * @param record the record that it changes, null for a new one
 * @param before its values now
 * @param after its values with the change
 * @param standardized the asked values that are well-formed, as they will be stored
 * @param retire whether it is retired
 * @param revive whether it was retired and lives again
 * @param candidates what is or may be the same thing, best first
 * @param merge what a merge comes to, null for other kinds
 * @param unmerge what taking one back comes to, null for other kinds
 */
record Assessment(
        @Nullable MasterRecord record,
        FieldValues before,
        FieldValues after,
        Map<String, @Nullable Object> standardized,
        boolean retire,
        boolean revive,
        List<Finding> findings,
        List<Candidate> candidates,
        @Nullable MergePlan merge,
        @Nullable UnmergePlan unmerge) {

    Assessment(
            @Nullable MasterRecord record,
            FieldValues before,
            FieldValues after,
            Map<String, @Nullable Object> standardized,
            boolean retire,
            boolean revive,
            List<Finding> findings,
            List<Candidate> candidates) {
        this(record, before, after, standardized, retire, revive, findings, candidates, null, null);
    }

    List<FieldChange> changes() {
        return after.changesFrom(before);
    }

    /** Of the one that looks most like it, null where nothing does. */
    @Nullable
    Double bestScore() {
        return candidates.stream().map(Candidate::score).max(Double::compare).orElse(null);
    }

    /** What the policies look at. */
    PolicyCase policyCase(ChangeRequest request) {
        return policyCase(request.type(), request.kind(), request.ownerUnitId());
    }

    PolicyCase policyCase(String type, ChangeKind kind, int ownerUnit) {
        return new PolicyCase(type, kind, ownerUnit, after, changes(), candidates.size());
    }

    boolean changesNothing() {
        boolean one = merge == null && unmerge == null;
        return one && !before.isEmpty() && !retire && !revive && before.equals(after);
    }

    /** A change of a record that would leave it as it is is none; one with an error is told the error instead. */
    void refuseNoChange() {
        boolean stopped = findings.stream().anyMatch(Finding::stops);
        if (changesNothing() && !stopped) {
            throw Refused.because(Refused.Reason.NO_CHANGE);
        }
    }

    /** What was asked for in the form in which it is kept; of an existing record only what differs from it now. */
    Map<String, @Nullable Object> standard(Map<String, @Nullable Object> asked) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        asked.forEach((key, raw) -> {
            boolean read = standardized.containsKey(key);
            Object value = read ? standardized.get(key) : raw;
            boolean same = read && Objects.equals(value, before.get(key));
            if (!same) {
                kept.put(key, value);
            }
        });
        return kept;
    }

    void refuseErrors() {
        if (findings.stream().anyMatch(Finding::stops)) {
            throw Refused.invalid(findings);
        }
    }
}
