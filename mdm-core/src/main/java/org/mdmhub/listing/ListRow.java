package org.mdmhub.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Candidate;

/**
 * A row of a list.
 *
 * @param line where it stands in the file, the headers being line 1
 * @param outcome MATCH, POSSIBLE, NONE, UNREAD where it has no name, empty while nobody looked
 * @param best what it is most like in the hub, null where there is nothing
 * @param twin number of the group of rows that are the same, null where it stands alone
 */
public record ListRow(
        int line,
        List<String> cells,
        String outcome,
        @Nullable Candidate best,
        @Nullable Integer twin) {}
