package org.mdmhub.web.reference;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.reference.CodeBook.Part;

/**
 * Which entries of a table are looked at.
 *
 * @param q searched for in codes, names, pinyin and initials
 * @param parent code of the entry above
 * @param ended whether those that may not be used today are shown too
 * @param after how many came before
 */
record TableQuery(
        @Nullable String q,
        @Nullable String parent,
        @Nullable Boolean ended,
        @Nullable Integer after) {

    private static final int LONGEST = 200;

    static TableQuery all() {
        return new TableQuery(null, null, null, null);
    }

    public String words() {
        return bounded(q);
    }

    public String above() {
        return bounded(parent);
    }

    private static String bounded(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip().replace("\0", "");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    public boolean withEnded() {
        return Boolean.TRUE.equals(ended);
    }

    int from() {
        return after == null || after < 0 ? 0 : after;
    }

    Part part() {
        return new Part(
                0,
                above().isEmpty() ? null : Set.of(above()),
                withEnded() ? null : LocalDate.now(ZoneId.systemDefault()));
    }
}
