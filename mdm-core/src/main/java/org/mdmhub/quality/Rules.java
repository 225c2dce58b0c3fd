package org.mdmhub.quality;

import java.util.List;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

/** What a good record keeps, as a bean. Sees standardised, well-formed values only. */
public interface Rules {

    /** Whether they have anything to say of a kind of master, by its key. */
    boolean concern(String type);

    /**
     * @param before the record as it is, none for a new one
     * @param after the record as it would be
     */
    List<Finding> check(Occasion occasion, FieldValues before, FieldValues after);
}
