package org.mdmhub.request;

import java.util.List;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;

/**
 * What a policy looks at.
 *
 * @param ownerUnit number of the organisation that owns the record, or will
 * @param after the record's values with the change
 * @param candidates how many records or requests may be the same thing
 */
public record PolicyCase(
        String type, ChangeKind kind, int ownerUnit, FieldValues after, List<FieldChange> changes, int candidates) {}
