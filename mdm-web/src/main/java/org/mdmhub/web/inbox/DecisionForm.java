package org.mdmhub.web.inbox;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is sent with a decision.
 *
 * @param version of the request as it was on the page
 * @param fields keys of what is to be mended
 * @param some whether only the named fields are approved
 * @param distinctFrom codes of look-alikes that are another thing
 */
record DecisionForm(
        @Nullable Integer version,
        @Nullable String comment,
        @Nullable List<String> fields,
        @Nullable List<String> distinctFrom,
        @Nullable Boolean some) {

    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,60}");

    /** The comment as it is kept; null where none was written. */
    @Nullable
    String remark() {
        return comment == null || comment.isBlank() ? null : comment.strip().replace("\0", "");
    }

    /** Whether only some fields are to be approved. */
    public boolean isSome() {
        return Boolean.TRUE.equals(some);
    }

    /** Whether the field was ticked. */
    public boolean names(String field) {
        return ticked().contains(field);
    }

    /** Whether the record was declared another thing. */
    public boolean sets(String code) {
        return others().contains(code);
    }

    List<String> ticked() {
        return named(fields);
    }

    List<String> others() {
        return named(distinctFrom);
    }

    private static List<String> named(@Nullable List<String> sent) {
        return sent == null
                ? List.of()
                : sent.stream().filter(NAME.asMatchPredicate()).toList();
    }
}
