package org.mdmhub.bench;

import java.util.List;
import java.util.Map;

/**
 * What was seen of the hub from outside, for {@link RoadProof} to judge.
 *
 * @param approved rows whose approval was answered
 * @param ledger codes of all customers of the hub, in the order of its list
 * @param held how often each sandbox holds each code, by the sandbox's name
 * @param histories entries of each approved code's history
 * @param odd answers that neither take a row nor refuse it, in words
 */
record Observations(
        List<Approved> approved,
        List<String> ledger,
        Map<String, Map<String, Integer>> held,
        Map<String, List<Entry>> histories,
        List<String> odd) {

    /** A row that was taken: its code and the reason that was sent with it. */
    record Approved(String code, String reason) {}

    /** Who asked for a change, who approved it, and why it was made. */
    record Entry(String who, List<String> approvedBy, String why) {}
}
