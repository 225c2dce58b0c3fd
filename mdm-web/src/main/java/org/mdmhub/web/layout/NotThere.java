package org.mdmhub.web.layout;

/** What an address names does not exist, or lies outside the reader's organisations. */
public class NotThere extends RuntimeException {

    public NotThere() {
        super("not there for this reader");
    }
}
