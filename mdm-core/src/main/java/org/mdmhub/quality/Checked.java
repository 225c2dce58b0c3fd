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
 */
public record Checked(List<Finding> findings, Map<String, @Nullable Object> changes, FieldValues after) {

    public boolean stopped() {
        return findings.stream().anyMatch(Finding::stops);
    }
}
