package org.mdmhub.merge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a merge sets off outside the records; a bean of whoever knows of it. */
public interface MergeEffect {

    /**
     * What one target will be told.
     *
     * @param target its name
     * @param deliveries messages that it will get
     * @param keys its keys of the records that lose
     */
    record Told(String target, int deliveries, int keys) {}

    /**
     * Something that a target reports of a record.
     *
     * @param target name of the target
     * @param code golden code of the record
     * @param kind as {@code openReceivables}, {@code openOrders} or {@code lastTrade}; {@link #UNKNOWN} where it could
     *     not be asked or did not answer in time
     * @param value as the target writes it, null of an unknown one
     * @param consent whether finance must agree to a merge because of it; never of an unknown one
     */
    record Fact(
            String target,
            String code,
            String kind,
            @Nullable String value,
            boolean consent) {}

    /** The kind of a fact that says only that the target did not tell. */
    String UNKNOWN = "unknown";

    /**
     * What merging would set off, a line a target. Counts only, calls nobody; runs inside the caller's transaction.
     *
     * @param survivor number of the record that stays
     * @param others numbers of those that are merged into it
     */
    List<Told> of(String type, long survivor, List<Long> others);

    /**
     * What the targets report of the records now. Asks them, so it takes up to some seconds, and is refused within a
     * transaction; a target that does not answer in time is an {@link #UNKNOWN} fact, never an error. Reads what it
     * needs in short transactions of its own; the caller has made sure that its reader may see the records.
     *
     * @param survivor number of the record that stays; what is open with it needs nobody's consent
     * @param others numbers of those that are merged into it
     * @throws IllegalStateException within a transaction
     */
    default List<Fact> facts(String type, long survivor, List<Long> others) {
        return List.of();
    }
}
