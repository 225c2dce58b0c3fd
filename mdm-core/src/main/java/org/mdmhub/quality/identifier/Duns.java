package org.mdmhub.quality.identifier;

/**
 * The D-U-N-S number: nine digits, by ISO/IEC 6523 ICD 0060. Its former check digit has not been relied upon by the issuer
 * since 2006 and is not looked at.
 */
public final class Duns {

    private Duns() {}

    public static boolean isValid(String duns) {
        return duns.matches("\\d{9}|\\d{2}-\\d{3}-\\d{4}");
    }
}
