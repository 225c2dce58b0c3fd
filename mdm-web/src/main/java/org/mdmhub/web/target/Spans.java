package org.mdmhub.web.target;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.api.Texts;
import org.springframework.stereotype.Component;

/** Spans of time as people say them. */
@Component
class Spans {

    private static final int TOLD_IN_SECONDS = 120;

    private final Texts texts;
    private final Clock clock = Clock.systemUTC();

    Spans(Texts texts) {
        this.texts = texts;
    }

    /** How long, in the unit that fits. */
    String of(long seconds) {
        Duration span = Duration.ofSeconds(Math.max(0, seconds));
        if (span.toSeconds() < TOLD_IN_SECONDS) {
            return texts.of("span.seconds", span.toSeconds());
        }
        if (span.toHours() < 2) {
            return texts.of("span.minutes", span.toMinutes());
        }
        return span.toDays() < 2 ? texts.of("span.hours", span.toHours()) : texts.of("span.days", span.toDays());
    }

    /** In how long from now; empty where there is no such time. */
    String until(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        long seconds = Duration.between(clock.instant(), instant).toSeconds();
        return seconds <= 0 ? texts.of("span.atOnce") : texts.of("span.in", of(seconds));
    }
}
