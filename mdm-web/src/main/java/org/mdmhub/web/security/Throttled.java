package org.mdmhub.web.security;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords: the next try has to wait. Said alike of logins that do not exist. */
final class Throttled extends AuthenticationException {

    private final long seconds;

    Throttled(long seconds) {
        super("too many failed logins");
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }
}
