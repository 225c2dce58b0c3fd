package org.mdmhub.web.target;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.CleanText;
import org.mdmhub.sync.delivery.Lane;

/**
 * What of a target's lanes is wanted, as it stands in the address.
 *
 * @param show a state of a lane, {@code ALL}, or null for all that is not delivered
 */
record LaneFilter(
        @Nullable String show,
        @Nullable String code,
        @Nullable UUID after) {

    static final String ALL = "ALL";
    static final String OWED = "OWED";
    private static final UUID FIRST = new UUID(0, 0);
    private static final int LONGEST_CODE = 60;

    Lane.@Nullable State state() {
        for (Lane.State state : Lane.State.values()) {
            if (state.name().equals(show)) {
                return state;
            }
        }
        return null;
    }

    /** Whoever looks for a code wants to see it whatever its state. */
    boolean owed() {
        return state() == null && !ALL.equals(show) && wanted() == null;
    }

    @Nullable
    String wanted() {
        String text = typed().strip();
        return text.isEmpty() ? null : text;
    }

    /** The code as it was typed. */
    public String typed() {
        String text = CleanText.clean(Objects.requireNonNullElse(code, ""));
        return text.substring(0, Math.min(LONGEST_CODE, text.length()));
    }

    UUID begin() {
        return Objects.requireNonNullElse(after, FIRST);
    }

    /** The tab that is open. */
    public String tab() {
        Lane.State state = state();
        return state != null ? state.name() : ALL.equals(show) || wanted() != null ? ALL : OWED;
    }
}
