package org.mdmhub.merge;

import java.util.List;

/** What a merge sets off outside the records; a bean of whoever knows of it. Runs inside the caller's transaction. */
public interface MergeEffect {

    /**
     * What one target will be told, and what it knows of the records.
     *
     * @param target its name
     * @param deliveries messages that it will get
     * @param keys its keys of the records that lose
     * @param facts what it reports of them, as open receivables; empty where it says nothing
     */
    record Told(String target, int deliveries, int keys, List<Fact> facts) {}

    /**
     * Something that a target reports of a record.
     *
     * @param code golden code of the record
     * @param kind as {@code openReceivables}, {@code openOrders} or {@code lastTrade}
     * @param value as the target writes it
     * @param consent whether finance must agree to a merge because of it
     */
    record Fact(String code, String kind, String value, boolean consent) {}

    /**
     * What merging would set off, a line a target.
     *
     * @param survivor number of the record that stays
     * @param others numbers of those that are merged into it
     */
    List<Told> of(String type, long survivor, List<Long> others);
}
