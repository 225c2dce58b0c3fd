package org.mdmhub.sync.target;

import java.util.List;

/**
 * What a connector may also be able to do: ask the target what it knows of a record beyond what the hub owns. Changes
 * nothing there, and never throws for what a target does.
 */
public interface Reports {

    /**
     * One thing that a target reports of a record.
     *
     * @param kind as {@code openReceivables}, {@code openOrders} or {@code lastTrade}
     * @param value as the target writes it
     * @param open whether something is open there that hangs on this very record
     */
    record Line(String kind, String value, boolean open) {}

    /** What came of asking. */
    sealed interface Report {}

    /** It was told; what stands at nothing is left out. */
    record Told(List<Line> lines) implements Report {}

    /** It could not be asked, or did not answer. */
    record Silent(String why) implements Report {}

    /** @param code the golden code */
    Report report(Connection connection, String type, String code);
}
