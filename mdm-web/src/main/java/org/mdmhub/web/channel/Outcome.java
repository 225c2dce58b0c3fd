package org.mdmhub.web.channel;

import java.time.Duration;

/** What became of a letter. */
public sealed interface Outcome {

    /** For a person, without anything secret. */
    String why();

    /** The receiver said that it has it. */
    record Done() implements Outcome {
        @Override
        public String why() {
            return "";
        }
    }

    /** The receiver, or the hub itself, does not want it; sending it again would change nothing. */
    record Refused(String why) implements Outcome {}

    /** Nothing was taken; the whole address is left alone for a while, for no time where only this letter is meant. */
    record Later(Duration rest, String why) implements Outcome {}

    /** It was sent and nobody said what became of it. */
    record Unknown(String why) implements Outcome {}
}
