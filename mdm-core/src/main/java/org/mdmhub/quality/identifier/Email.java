package org.mdmhub.quality.identifier;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Mail addresses as people write them: RFC 5321 section 4.1.2 without quoted local parts, its lengths of section 4.5.3.1,
 * names in other scripts by RFC 6531, and a domain of at least two labels by RFC 1123 section 2.1.
 */
public final class Email {

    private static final int LOCAL = 64;
    private static final int WHOLE = 254;
    private static final Pattern ATOMS =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})");

    private Email() {}

    public static boolean isValid(String mail) {
        int at = mail.lastIndexOf('@');
        return at > 0
                && at <= LOCAL
                && mail.length() <= WHOLE
                && ATOMS.matcher(mail.substring(0, at)).matches()
                && isDomain(mail.substring(at + 1));
    }

    private static boolean isDomain(String text) {
        if (text.matches(".*[\u3002\uFF0E\uFF61].*")) {
            // dots to a resolver, but not to a mail server
            return false;
        }
        try {
            return DOMAIN.matcher(IDN.toASCII(text).toLowerCase(java.util.Locale.ROOT))
                    .matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What is meant where only a sign was mistyped: a comma or a Chinese full stop for a dot, a blank too many. */
    public static Optional<String> repair(String mail) {
        String meant = mail.replaceAll("[,，。、]", ".").replaceAll("\\s|^mailto:|[;；.]+$", "");
        return isValid(mail) || !isValid(meant) ? Optional.empty() : Optional.of(meant);
    }
}
