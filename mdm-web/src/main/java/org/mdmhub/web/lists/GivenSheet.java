package org.mdmhub.web.lists;

import java.util.List;
import java.util.UUID;
import org.mdmhub.web.layout.Table;

/**
 * A list as its page shows it.
 *
 * @param columns which columns were understood, in words
 * @param said how it stands, in one sentence
 * @param until when its rows are deleted
 * @param counts how many rows of which outcome; empty before any was read
 */
record GivenSheet(
        UUID id,
        String fileName,
        String columns,
        String state,
        boolean running,
        boolean done,
        int percent,
        String said,
        String until,
        Table counts,
        List<Part> parts) {

    /** The first rows of one outcome; {@code more} says how many there are where not all are shown, else empty. */
    record Part(String key, String title, String more, Table rows) {}
}
