package org.mdmhub.request;

/** Nobody decides on what he asked for or wrote into, nor takes two steps of one request; administrators included. */
public class FourEyes extends RuntimeException {

    FourEyes(String login, String number) {
        super(login + " wrote into or already decided on request " + number);
    }
}
