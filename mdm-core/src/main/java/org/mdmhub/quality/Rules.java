package org.mdmhub.quality;

import java.util.List;
import java.util.Set;
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

    /**
     * What nobody else may write at the same time, because {@link #check} asks whether another record has it already.
     * The road locks these keys before its last check.
     */
    default Set<String> alone(Occasion occasion, FieldValues before, FieldValues after) {
        return Set.of();
    }
}
