package org.mdmhub.request;

import java.util.List;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;

/**
 * What a policy looks at of a request.
 *
 * @param type key of the master type
 * @param ownerUnit number of the organisation that owns the record, or will
 * @param after the record as it would be
 * @param changes what would change
 * @param candidates how many records or open requests may be the same
 */
public record PolicyCase(
        String type, ChangeKind kind, int ownerUnit, FieldValues after, List<FieldChange> changes, int candidates) {}
