package org.mdmhub.web.channel;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.mdmhub.notice.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When notices go out and old ones are forgotten, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class DeliveryTimes {

    @Bean
    RecurringTask<Void> deliverNotices(Deliverer deliverer) {
        return Tasks.recurring("deliver-notices", FixedDelay.ofSeconds(2))
                .execute((instance, context) -> deliverer.run());
    }

    @Bean
    RecurringTask<Void> forgetOldNotices(Notices notices) {
        return Tasks.recurring("forget-old-notices", FixedDelay.ofHours(24))
                .execute((instance, context) -> notices.forgetOld());
    }
}
