package org.mdmhub.lateness;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for what is late, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class LateWork {

    private static final int SECONDS = 60;

    @Bean
    RecurringTask<Void> tellOfLateSteps(Lateness lateness) {
        return Tasks.recurring("tell-of-late-steps", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> lateness.tell(Instant.now()));
    }
}
