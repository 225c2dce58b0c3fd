package org.mdmhub.quality.identifier;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.mdmhub.reference.Divisions;

/**
 * What a mistyped credit code was meant to be. The modulus of its check is prime, so each of its places can be made to fit:
 * a repair is only told where exactly one substitution or swap of neighbours also satisfies the organisation code inside
 * (GB 11714-1997), a division of GB/T 2260, withdrawn ones included, and an assigned registrar.
 */
public final class CreditCodeRepair {

    private CreditCodeRepair() {}

    /** The one code that may be meant; empty where there is none, or more than one. */
    public static Optional<String> of(String code) {
        if (code.length() != CreditCode.LENGTH || CreditCode.isValid(code)) {
            return Optional.empty();
        }
        Set<String> meant = new LinkedHashSet<>();
        for (int place = 0; place < CreditCode.LENGTH; place++) {
            String before = code.substring(0, place);
            String after = code.substring(place + 1);
            for (char other : CreditCode.ALPHABET.toCharArray()) {
                add(before + other + after, meant);
            }
            if (!after.isEmpty()) {
                add(before + after.charAt(0) + code.charAt(place) + after.substring(1), meant);
            }
        }
        return meant.size() == 1 ? Optional.of(meant.iterator().next()) : Optional.empty();
    }

    private static void add(String code, Set<String> meant) {
        if (CreditCode.isValid(code)
                && OrganisationCode.isValid(OrganisationCode.of(code))
                && Divisions.exists(CreditCode.division(code))) {
            meant.add(code);
        }
    }
}
