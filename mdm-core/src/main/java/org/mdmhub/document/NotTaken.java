package org.mdmhub.document;

/** A file is not taken; nothing was stored. */
public class NotTaken extends RuntimeException {

    /** Why. */
    public enum Why {
        EMPTY,
        TOO_LARGE,
        /** Its content is none of the kinds that are taken, whatever its name says. */
        KIND,
        /** It ends in the middle, or is something else as well. */
        BROKEN,
        /** A picture with so many points that showing it would use up a machine. */
        TOO_MANY_POINTS
    }

    private final Why why;

    NotTaken(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
