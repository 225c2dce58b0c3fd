package org.mdmhub.web.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Right;
import org.mdmhub.quality.CleanText;
import org.mdmhub.web.security.ApiTokens;

/** A token that somebody wants. */
record TokenForm(
        @Nullable String tokenName,
        @Nullable String days,
        @Nullable List<String> rights) {

    private static final int USUAL_DAYS = 90;

    static TokenForm empty() {
        return new TokenForm("", String.valueOf(USUAL_DAYS), List.of());
    }

    String name() {
        return tokenName == null || !CleanText.isWellFormed(tokenName) ? "" : CleanText.clean(tokenName);
    }

    /** As typed, cut to what could be a number. */
    String typedDays() {
        return days == null
                ? ""
                : days.strip().substring(0, Math.min(10, days.strip().length()));
    }

    /** 0 for what is no number of days that a token may live. */
    int wantedDays() {
        String typed = typedDays();
        int wanted = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
        return wanted > ApiTokens.MOST_DAYS ? 0 : wanted;
    }

    /** What was ticked of what may be lent. */
    Set<Right> ticked(Set<Right> owned) {
        Set<Right> ticked = EnumSet.noneOf(Right.class);
        for (Right right : owned) {
            if (rights != null && rights.contains(right.name())) {
                ticked.add(right);
            }
        }
        return ticked;
    }
}
