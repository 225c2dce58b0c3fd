package org.mdmhub.quality.rule;

/** A pattern or an expression that cannot be one; the message says why, in the words of its compiler. */
final class Wrong extends Exception {

    private static final long serialVersionUID = 1;

    Wrong(String message) {
        super(message);
    }

    String said() {
        return String.valueOf(getMessage());
    }
}
