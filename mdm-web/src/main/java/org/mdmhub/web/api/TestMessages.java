package org.mdmhub.web.api;

import java.util.Optional;
import org.mdmhub.organisation.Actor;

/** Sends a message that says nothing, to see whether a way of notices works. */
public interface TestMessages {

    /** What became of it. */
    enum State {
        /** The receiver said that it has it. */
        DONE,
        /** The receiver, or the hub itself, does not want it. */
        REFUSED,
        /** Nothing was taken; it may be later. */
        LATER,
        /** It was sent and nobody said what became of it. */
        UNKNOWN,
        /** The last one was sent a moment ago. */
        TOO_SOON,
        /** There is no address to send it to. */
        NOWHERE
    }

    /** @param why for a person, without anything secret; empty where there is nothing to say */
    record Sent(State state, String why) {}

    /** To a group's channel, switched on or not; empty where there is no such channel. */
    Optional<Sent> toGroup(int channel);

    /** To the mail address that somebody gave for himself. */
    Sent toOwnMail(Actor who);
}
