package org.mdmhub.matching;

import java.util.Optional;
import org.mdmhub.matching.name.CompanyName;

/** The legal form of a name as it is written there, to be shown where two names differ by nothing else. */
public final class WrittenForm {

    private WrittenForm() {}

    /** The form at the end of the name; empty where it has none there. */
    public static Optional<String> of(String name) {
        CompanyName whole = CompanyName.of(name);
        if (whole.form().isEmpty() || whole.core().equals(whole.full())) {
            return Optional.empty();
        }
        int at = name.length();
        while (at > 1) {
            at = name.offsetByCodePoints(at, -1);
            CompanyName rest = CompanyName.of(name.substring(0, at));
            if (rest.form().isEmpty() && rest.core().equals(whole.core())) {
                return Optional.of(name.substring(at).strip());
            }
        }
        return Optional.empty();
    }
}
