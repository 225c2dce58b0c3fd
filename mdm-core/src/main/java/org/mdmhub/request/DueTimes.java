package org.mdmhub.request;

import java.time.Duration;
import java.time.Instant;

/** Working time as the organisation that decides keeps it; a bean of the package that knows calendars. */
public interface DueTimes {

    /** When so much has been worked in the organisation since. */
    Instant due(int unit, Instant from, Duration work);

    /** How much is worked in the organisation between two instants. */
    Duration worked(int unit, Instant from, Instant to);
}
