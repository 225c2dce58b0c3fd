package org.mdmhub.quality;

import java.util.List;
import org.mdmhub.record.FieldValues;

/** What a good record of one kind keeps, as a bean of its domain. Sees standardised, well-formed values only. */
public interface Rules {

    /** Key of the master type. */
    String type();

    List<Finding> check(FieldValues values);
}
