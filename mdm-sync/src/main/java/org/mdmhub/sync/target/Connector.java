package org.mdmhub.sync.target;

/**
 * Speaks one product's dialect. Stateless but for sessions and tokens, which it may keep and must renew by itself;
 * safe for use by several threads. Never throws for what a target does: that is an {@link Outcome}.
 */
public interface Connector {

    /** Name in a target's {@code connector}, as {@code salesforce}. */
    String key();

    /** Brings the record to the target. Repeating the same message is harmless. */
    Outcome push(Connection connection, Message message);

    /**
     * Reads back what the target holds under the message's golden code, with the fields of its body.
     * Changes nothing there.
     */
    Reading read(Connection connection, Message message);

    /** A cheap call that tells whether the target serves and lets us in: Accepted, or why not. */
    Outcome probe(Connection connection);
}
