package org.mdmhub.matching.name;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.reference.WordList;

/** The domain of a mail address, which tells a company unless everybody may have an address there. */
public final class MailDomain {

    private static final Set<String> FREE = new HashSet<>(WordList.read("/matching/free-mail.txt"));

    private MailDomain() {}

    /** In lower case, without www; empty for a free provider and for what is no address. */
    public static String of(@Nullable String email) {
        int at = email == null ? -1 : email.lastIndexOf('@');
        if (email == null || at < 1 || email.indexOf('.', at) < 0) {
            return "";
        }
        String domain = email.substring(at + 1).strip().toLowerCase(Locale.ROOT);
        return FREE.contains(domain) ? "" : domain;
    }
}
