package org.mdmhub.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Together;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class LoginThrottleTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager manager;

    private final MovableClock clock = new MovableClock();
    private final String login = "guessed-" + NameMother.number();
    private final String home = "192.0.2." + NameMother.number();
    private LoginThrottle throttle;

    @BeforeEach
    void atTheDoor() {
        throttle = new LoginThrottle(jdbc, new TransactionTemplate(manager), clock);
    }

    private long fail(String account, String address, int times) {
        long last = 0;
        for (int i = 0; i < times; i++) {
            last = throttle.begin(account, address);
        }
        return last;
    }

    @Test
    void the_fifth_failure_at_one_place_makes_one_wait_and_each_further_one_longer() {
        assertThat(fail(login, home, 5)).isZero();
        assertThat(throttle.begin(login, home)).isBetween(30L, 31L);

        clock.move(Duration.ofSeconds(31));
        assertThat(throttle.begin(login, home)).isZero();
        assertThat(throttle.begin(login, home)).isBetween(60L, 61L);
    }

    @Test
    void nobody_waits_longer_than_a_quarter_of_an_hour_and_ten_thousand_guesses_take_more_than_a_month() {
        Duration taken = Duration.ZERO;
        int guesses = 0;
        for (int i = 0; i < 200; i++) {
            long wait = throttle.begin(login, home);
            assertThat(wait).isLessThanOrEqualTo(15 * 60 + 1);
            guesses += wait == 0 ? 1 : 0;
            clock.move(Duration.ofSeconds(wait));
            taken = taken.plusSeconds(wait);
        }
        assertThat(taken.dividedBy(guesses).multipliedBy(10_000)).isGreaterThan(Duration.ofDays(30));
    }

    @Test
    void somebody_elsewhere_is_not_kept_out_by_five_failures_but_by_ten() {
        fail(login, home, 5);
        String elsewhere = home + "7";
        assertThat(fail(login, elsewhere, 4)).isZero();
        assertThat(throttle.begin(login, home + "8")).isZero();
        assertThat(throttle.begin(login, home + "9")).isPositive();
    }

    @Test
    void one_address_has_fifty_failures_on_whatever_accounts() {
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.begin(login + "-" + i, home)).isZero();
        }
        assertThat(throttle.begin(login + "-other", home)).isPositive();
    }

    @Test
    void a_right_login_forgets_the_failures_of_the_account_and_not_those_of_the_address() {
        for (int i = 0; i < 49; i++) {
            throttle.begin(login + "-" + i, home);
        }
        assertThat(throttle.begin(login, home)).isZero();
        throttle.right(login, home);
        assertThat(throttle.begin(login, home)).isZero();
        assertThat(throttle.begin(login, home)).isPositive();
        assertThat(throttle.begin(login, home + "7")).isZero();
    }

    @Test
    void twelve_hours_later_all_is_forgotten_and_the_rows_are_gone() {
        fail(login, home, 5);
        clock.move(Duration.ofHours(13));
        assertThat(fail(login, home, 5)).isZero();
        clock.move(Duration.ofHours(13));
        assertThat(throttle.prune()).isPositive();
        assertThat(throttle.waitsUntil(login)).isNull();
    }

    @Test
    void an_administrator_lifts_the_wait() {
        fail(login, home, 6);
        assertThat(throttle.waitsUntil(login)).isNotNull();
        throttle.unlock(login);
        assertThat(throttle.waitsUntil(login)).isNull();
        assertThat(throttle.begin(login, home)).isZero();
    }

    @Test
    void many_tries_at_the_same_time_get_no_more_guesses() {
        List<Callable<Long>> tries = Collections.nCopies(16, () -> throttle.begin(login, home));
        assertThat(Together.run(tries))
                .extracting(Together.Result::value)
                .filteredOn(Long.valueOf(0)::equals)
                .hasSize(5);
    }
}
