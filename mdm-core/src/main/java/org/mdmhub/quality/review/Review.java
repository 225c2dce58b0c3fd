package org.mdmhub.quality.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.mdmhub.quality.rule.UniqueRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night all records are looked at again: rules, code tables and the targets' demands change, records do not. */
@Configuration(proxyBeanMethods = false)
class Review {

    private static final LocalTime NIGHT = LocalTime.of(2, 0);

    @Bean
    static RecurringTask<Void> reviewQuality(UniqueRules unique, Reviews reviews) {
        return Tasks.recurring("review-quality", Schedules.daily(NIGHT)).execute((instance, context) -> {
            unique.gatherAfresh();
            reviews.ask("system");
        });
    }
}
