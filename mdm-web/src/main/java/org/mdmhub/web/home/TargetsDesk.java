package org.mdmhub.web.home;

import java.util.List;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.mdmhub.web.api.Texts;
import org.springframework.stereotype.Component;

/** How the targets stand, for who looks after them. */
@Component
class TargetsDesk {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private final Targets targets;
    private final Deliveries deliveries;
    private final Texts texts;

    TargetsDesk(Targets targets, Deliveries deliveries, Texts texts) {
        this.targets = targets;
        this.deliveries = deliveries;
        this.texts = texts;
    }

    /**
     * One target.
     *
     * @param good whether there is nothing to look after
     * @param lag age of the oldest change that it does not hold, in words
     */
    record Row(String name, String state, boolean good, String lag, int pending, int failing) {}

    List<Row> view() {
        return targets.all().stream()
                .map(target -> {
                    Deliveries.Standing standing = deliveries.standing(target.name());
                    return new Row(
                            target.name(),
                            target.state().name(),
                            target.state() == Target.State.OK && standing.failing() == 0,
                            span(standing.lagSeconds()),
                            standing.pending(),
                            standing.failing());
                })
                .toList();
    }

    private String span(long seconds) {
        if (seconds < MINUTE) {
            return texts.of("home.unit.SECONDS", seconds);
        }
        return seconds < HOUR
                ? texts.of("home.unit.MINUTES", seconds / MINUTE)
                : texts.of("home.unit.HOURS", seconds / HOUR);
    }
}
