package org.mdmhub.expiry;

import java.time.LocalDate;
import java.util.List;

/** Where last days stand, as a bean a place. The caller reads in the hub's own scope, inside a transaction. */
public interface Deadlines {

    /**
     * A last day of something in a record that is in use.
     *
     * @param kind of the paper, or TEMPORARY
     * @param item id of the paper, empty for the record itself
     */
    record Due(String type, long record, String kind, String item, LocalDate day) {}

    /**
     * Last days up to a day, ascending by record.
     *
     * @param last that is wanted; of those that have passed only such as were not acted upon
     * @param after only records with a higher number
     */
    List<Due> until(LocalDate today, LocalDate last, long after, int most);
}
