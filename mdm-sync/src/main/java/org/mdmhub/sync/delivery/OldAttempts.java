package org.mdmhub.sync.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was sent is master data: it is not kept for longer than somebody may look for a cause. */
@Configuration(proxyBeanMethods = false)
class OldAttempts {

    private static final int KEPT_DAYS = 30;

    @Bean
    static RecurringTask<Void> pruneAttempts(Attempts attempts) {
        return Tasks.recurring("prune-delivery-attempts", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> attempts.prune(KEPT_DAYS));
    }
}
