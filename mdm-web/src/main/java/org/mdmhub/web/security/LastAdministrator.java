package org.mdmhub.web.security;

/** Without the one whom somebody wanted to shut out nobody could administer the hub any more. */
public class LastAdministrator extends RuntimeException {

    LastAdministrator() {
        super("the last administrator stays");
    }
}
