package org.mdmhub.web.channel;

import java.util.List;

/**
 * Where a letter goes.
 *
 * @param to mail address, or URL
 * @param secrets to sign with, the newest first
 * @param inside whether it stands in the company's own network
 */
public record Address(String to, List<String> secrets, boolean inside) {

    @Override
    public String toString() {
        return "Address[hidden]";
    }
}
