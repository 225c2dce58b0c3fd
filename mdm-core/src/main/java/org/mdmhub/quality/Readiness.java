package org.mdmhub.quality;

import java.util.List;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

/** What the targets will demand of a record, said before it is approved; the sync module knows. */
public interface Readiness {

    /**
     * @param before the record as it is, none for a new one
     * @param after the record as it would be
     */
    List<Finding> check(Occasion occasion, FieldValues before, FieldValues after);
}
