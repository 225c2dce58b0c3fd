package org.mdmhub.sync.target;

import java.net.URI;
import java.util.Map;

/**
 * Where and as whom a connector speaks.
 *
 * @param target name of the target, for logs
 * @param address base address, ends with a slash
 * @param settings what the connector needs, by its own names; not secret
 * @param secrets credentials by the connector's own names; never logged
 */
public record Connection(String target, URI address, Map<String, String> settings, Map<String, String> secrets) {

    /** A setting that must be there. */
    public String setting(String name) {
        return required(settings, name);
    }

    /** A credential that must be there. */
    public String secret(String name) {
        return required(secrets, name);
    }

    private String required(Map<String, String> from, String name) {
        String value = from.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("target " + target + " lacks the setting " + name);
        }
        return value;
    }

    @Override
    public String toString() {
        return "Connection[" + target + " at " + address + "]";
    }
}
