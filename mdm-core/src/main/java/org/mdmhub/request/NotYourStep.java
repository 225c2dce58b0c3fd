package org.mdmhub.request;

import java.util.List;

/** The steps that the request waits in belong to others. */
public class NotYourStep extends RuntimeException {

    NotYourStep(String login, List<Step> open) {
        super(login + " has a seat in none of " + open);
    }
}
