package org.mdmhub.web.launch;

/** The hub cannot start; the message says in one line why and what to do. */
public class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message);
    }
}
