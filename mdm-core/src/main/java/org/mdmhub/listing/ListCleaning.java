package org.mdmhub.listing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists are not kept for ever. */
@Configuration(proxyBeanMethods = false)
class ListCleaning {

    @Bean
    static RecurringTask<Void> deleteOldLists(Lists lists) {
        return Tasks.recurring("delete-old-lists", FixedDelay.ofHours(1)).execute((instance, context) -> lists.clean());
    }
}
