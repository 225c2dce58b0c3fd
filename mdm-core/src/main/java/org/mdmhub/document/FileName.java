package org.mdmhub.document;

import java.text.Normalizer;

/** What is left of the name that a file was sent with: no folders, nothing that misleads, and the ending of what it is. */
final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    static String of(String sent, Kind kind) {
        String last = Normalizer.normalize(sent, Normalizer.Form.NFC)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\"<>:|?*%;]", "")
                .replaceAll("\\.[A-Za-z0-9]{1,8}$", "")
                .replaceAll("^[.\\s]+|[.\\s]+$", "");
        String stem = last.isEmpty() ? "document" : cut(last);
        return stem + "." + kind.extension();
    }

    private static String cut(String stem) {
        return stem.codePointCount(0, stem.length()) <= LONGEST
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
    }
}
