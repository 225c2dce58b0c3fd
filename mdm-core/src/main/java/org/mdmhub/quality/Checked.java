package org.mdmhub.quality;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

/**
 * What came through the gate.
 *
 * @param findings errors first
 * @param changes the proposed values that are well-formed, standardised; null clears
 * @param after the record with these changes
 * @param standardizations what was done to the proposed values, one entry a value that is not stored as it came
 */
public record Checked(
        List<Finding> findings,
        Map<String, @Nullable Object> changes,
        FieldValues after,
        List<Standardization> standardizations) {

    public boolean stopped() {
        return findings.stream().anyMatch(Finding::stops);
    }
}
