package org.mdmhub.web.channel;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mail server, from {@code MDM_MAIL_*}; without a host and a sender there is no mail. */
@Component
public final class MailSettings {

    private static final int LONGEST = 254;

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final String from;
    private final String security;
    private final List<String> domains;

    /**
     * @param security none, starttls or tls
     * @param domains to which mail may go, parted by commas; empty for any
     */
    MailSettings(
            @Value("${mdm.mail.host:}") String host,
            @Value("${mdm.mail.port:587}") int port,
            @Value("${mdm.mail.user:}") String user,
            @Value("${mdm.mail.password:}") String password,
            @Value("${mdm.mail.from:}") String from,
            @Value("${mdm.mail.security:starttls}") String security,
            @Value("${mdm.mail.domains:}") String domains) {
        this.host = host.strip();
        this.port = port;
        this.user = user;
        this.password = password;
        this.from = from.strip();
        this.security = security.toLowerCase(Locale.ROOT);
        this.domains = domains.isBlank()
                ? List.of()
                : List.of(domains.toLowerCase(Locale.ROOT).strip().split("\\s*,\\s*"));
        if (!List.of("none", "starttls", "tls").contains(this.security)) {
            throw new IllegalStateException("MDM_MAIL_SECURITY must be none, starttls or tls");
        }
    }

    /** Whether mail can be sent at all. */
    public boolean usable() {
        return !host.isEmpty() && !from.isEmpty();
    }

    /** Whether a mail may go there: one plain address, in one of the domains where any are named. */
    public boolean takes(String address) {
        if (address.length() > LONGEST || !address.matches("[\\x21-\\x7e&&[^<>,;:\"\\\\()\\[\\]]]+")) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
        } catch (AddressException e) {
            return false;
        }
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return address.contains("@") && (domains.isEmpty() || domains.contains(domain));
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    String from() {
        return from;
    }

    String security() {
        return security;
    }
}
