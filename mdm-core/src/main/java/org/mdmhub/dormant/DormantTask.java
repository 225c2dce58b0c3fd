package org.mdmhub.dormant;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every night, on one node, for records that nobody has confirmed for long. */
@Configuration(proxyBeanMethods = false)
class DormantTask {

    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    @Bean
    RecurringTask<Void> lookForDormantRecords(DormantWork work) {
        return Tasks.recurring("look-for-dormant-records", Schedules.daily(NIGHT))
                .execute((instance, context) -> work.run());
    }
}
