package org.mdmhub.web.layout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.api.Texts;
import org.springframework.stereotype.Component;

/** Points in time as people say them; exact ones in the time zone of the hub. */
@Component
public class Times {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int DAYS_TOLD = 60;

    private final Texts texts;
    private final Clock clock = Clock.systemUTC();

    Times(Texts texts) {
        this.texts = texts;
    }

    /** Year to minute; empty where there is none. */
    public String exact(@Nullable Instant instant) {
        return instant == null ? "" : EXACT.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** How long ago; the exact time where that is long. */
    public String ago(Instant instant) {
        Duration age = Duration.between(instant, clock.instant());
        if (age.toMinutes() < 1) {
            return texts.of("time.now");
        }
        if (age.toHours() < 1) {
            return texts.of("time.minutes", age.toMinutes());
        }
        if (age.toDays() < 1) {
            return texts.of("time.hours", age.toHours());
        }
        return age.toDays() > DAYS_TOLD ? exact(instant) : texts.of("time.days", age.toDays());
    }
}
