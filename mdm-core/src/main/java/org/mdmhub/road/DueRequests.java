package org.mdmhub.road;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Applies scheduled requests when their day has come, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class DueRequests {

    private static final int SECONDS = 5;

    @Bean
    RecurringTask<Void> applyDueRequests(Road road) {
        return Tasks.recurring("apply-due-requests", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> road.applyDue());
    }
}
