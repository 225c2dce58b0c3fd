package org.mdmhub.web.security;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The throttle by the real clock, and what is forgotten in time. */
@Configuration(proxyBeanMethods = false)
class LoginSettings {

    @Bean
    static LoginThrottle loginThrottle(JdbcClient jdbc, PlatformTransactionManager manager) {
        return new LoginThrottle(jdbc, new TransactionTemplate(manager), Clock.systemUTC());
    }

    @Bean
    static RecurringTask<Void> pruneLoginFailures(LoginThrottle throttle) {
        return Tasks.recurring("prune-login-failures", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> throttle.prune());
    }
}
