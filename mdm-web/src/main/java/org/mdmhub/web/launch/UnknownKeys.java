package org.mdmhub.web.launch;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names each {@code MDM_*} key of the environment that the hub does not know: it is most likely a typing error. */
final class UnknownKeys {

    private static final Logger log = LoggerFactory.getLogger(UnknownKeys.class);
    private static final Set<String> KNOWN = Set.of(
            "MDM_DATABASE_URL",
            "MDM_DATABASE_USER",
            "MDM_DATABASE_PASSWORD",
            "MDM_DATABASE_OWNER_USER",
            "MDM_DATABASE_OWNER_PASSWORD",
            "MDM_MASTER_KEY",
            "MDM_COURIERS_PER_TARGET",
            "MDM_DOCUMENT_MAX_BYTES",
            "MDM_PASSWORD_PROFILE",
            "MDM_JAVA_OPTIONS",
            "MDM_PUBLIC_URL",
            "MDM_MAIL_HOST",
            "MDM_MAIL_PORT",
            "MDM_MAIL_USER",
            "MDM_MAIL_PASSWORD",
            "MDM_MAIL_FROM",
            "MDM_MAIL_SECURITY",
            "MDM_MAIL_DOMAINS",
            "MDM_HOME");

    private UnknownKeys() {}

    static void warn(Set<String> environment) {
        environment.stream()
                .filter(key -> key.startsWith("MDM_") && !KNOWN.contains(key))
                .sorted()
                .forEach(key -> log.warn("the environment has {}, which the hub does not know; see the README", key));
    }
}
