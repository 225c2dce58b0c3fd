package org.mdmhub.request;

/** The step that the request waits in belongs to other roles. */
public class NotYourStep extends RuntimeException {

    NotYourStep(String login, Step step) {
        super(login + " holds none of " + step.roles() + " in the owning organisation");
    }
}
