package org.mdmhub.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the gate has to say about a record.
 *
 * @param pointer JSON pointer of the value, as {@code /fields/creditCode}
 * @param code what it is about; the text in the reader's language stands under {@code finding.CODE}
 * @param args what the text fills in
 * @param suggestion a repaired value, null where there is none
 */
public record Finding(
        String pointer,
        Severity severity,
        String code,
        List<String> args,
        @Nullable String suggestion) {

    /** Whether it stops the record. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Finding error(String pointer, String code, String... args) {
        return new Finding(pointer, Severity.ERROR, code, List.of(args), null);
    }

    public static Finding warning(String pointer, String code, String... args) {
        return new Finding(pointer, Severity.WARNING, code, List.of(args), null);
    }

    /** The same with a repaired value, null for none. */
    public Finding suggesting(@Nullable String repaired) {
        return new Finding(pointer, severity, code, args, repaired);
    }

    public boolean stops() {
        return severity == Severity.ERROR;
    }
}
