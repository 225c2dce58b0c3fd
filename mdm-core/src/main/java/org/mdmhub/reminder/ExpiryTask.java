package org.mdmhub.reminder;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at the last days every hour, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class ExpiryTask {

    @Bean
    RecurringTask<Void> lookAtLastDays(ExpiryWork work) {
        return Tasks.recurring("look-at-last-days", FixedDelay.ofHours(1)).execute((instance, context) -> work.run());
    }
}
