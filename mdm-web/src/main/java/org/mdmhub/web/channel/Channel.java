package org.mdmhub.web.channel;

import java.time.Duration;

/** A way out for notices. An own one is a bean. */
public interface Channel {

    /** As deliveries name it, lower case. */
    String name();

    /** Whether it can be used here at all. */
    default boolean ready() {
        return true;
    }

    /** Hands a letter over, within bounded time. Never guesses what became of it. */
    Outcome send(Letter letter, Address to);

    /** Whether a letter whose outcome is unknown may be sent once more, because its receiver knows it by its id. */
    default boolean repeats() {
        return false;
    }

    /** The least time between two letters to one address. */
    default Duration apart() {
        return Duration.ZERO;
    }
}
