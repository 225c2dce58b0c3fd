package org.mdmhub.matching;

import java.util.Optional;
import org.mdmhub.matching.name.CompanyName;

/** The legal form of a name as it is written there, to be shown where two names differ by nothing else. */
public final class WrittenForm {

    private WrittenForm() {}

    /** The form at the end of the name; empty where it has none there. */
    public static Optional<String> of(String name) {
        CompanyName key = CompanyName.of(name);
        if (key.full().equals(key.core()) || !key.full().startsWith(key.core())) {
            return Optional.empty();
        }
        String form = key.full().substring(key.core().length());
        int at = name.length();
        while (at > 0) {
            at = name.offsetByCodePoints(at, -1);
            String ending = name.substring(at);
            if (Character.isLetterOrDigit(ending.codePointAt(0))
                    && CompanyName.of(ending).full().equals(form)) {
                return Optional.of(ending.strip());
            }
        }
        return Optional.empty();
    }
}
