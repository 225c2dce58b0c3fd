package org.mdmhub.request;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Windows in which fields of masters are not to move, as around the end of a month; a bean of the package that knows calendars. */
public interface Freezes {

    /** What keeps one of these fields of a record of the organisation from moving at that instant; the longest of all. */
    Optional<Frozen> frozen(String type, int unit, Collection<String> fields, Instant at);

    /**
     * A freeze that holds.
     *
     * @param field the first of the fields that it is about
     * @param until when it ends
     * @param told the same as people of that organisation read their clock, to the minute
     * @param refused true where nothing may be approved until then, false where it waits
     */
    record Frozen(String key, String field, Instant until, String told, boolean refused) {}
}
