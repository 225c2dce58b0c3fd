package org.mdmhub.web.security;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes whoever guesses passwords wait: from some failures on 30 seconds more with each, 15 minutes at most, forgotten
 * after 12 hours. Counted three ways, in the database, so that each node sees it:
 *
 * <ul>
 *   <li>account and address: from 5 failures, more than a person's mistakes and what one guesser at one place does;
 *   <li>account from anywhere: from 10, so that guesses spread over addresses are slowed too, but somebody who mistypes
 *       at home does not at once keep out who uses the account elsewhere. It never locks for longer than 15 minutes;
 *   <li>address: from 50, for one address may be a whole office behind one router, or the same password tried on many
 *       accounts.
 * </ul>
 *
 * A try is counted before the password is looked at and taken back where it was right: many tries at the same time get
 * no more guesses than the same number one after the other. While the wait lasts tries are neither counted nor looked
 * at. A right login forgets the failures of its account, but not those of its address: who owns one account could wipe
 * out his guesses at others.
 */
class LoginThrottle {

    private static final Logger log = LoggerFactory.getLogger(LoginThrottle.class);

    private static final int STEP_SECONDS = 30;
    private static final int LONGEST_SECONDS = 15 * 60;
    private static final Duration FORGOTTEN = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is counted: from how many failures it waits, under which hash, and of which account. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Counter(int limit, byte[] mark, byte @Nullable [] account) {}

    /** What a row says before this try. */
    private record Standing(
            int failures, @Nullable Instant last, @Nullable Instant until) {}

    /** Counts a try; answers the seconds that it has to wait, 0 where its password may be looked at. */
    long begin(String login, String address) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Instant now = clock.instant();
            List<Counter> counters = counters(login, address);
            List<Standing> standings = counters.stream().map(this::locked).toList();
            long wait = standings.stream()
                    .mapToLong(standing -> seconds(now, standing.until()))
                    .max()
                    .orElse(0);
            if (wait == 0) {
                for (int i = 0; i < counters.size(); i++) {
                    count(counters.get(i), standings.get(i), now);
                }
            }
            return wait;
        }));
    }

    /** The password was right after all. */
    void right(String login, String address) {
        transaction.executeWithoutResult(status -> {
            forget(login);
            jdbc.sql(
                            "update login_failure set failures = greatest(failures - 1, 0), blocked_until = null where mark = ?")
                    .param(hash("address", "", address))
                    .update();
        });
    }

    /** Until when the account has to wait as a whole or from some address; null where it does not. */
    @Nullable
    Instant waitsUntil(String login) {
        Instant until = jdbc.sql("select max(blocked_until) from login_failure where account = ?")
                .param(account(login))
                .query((row, number) -> new Standing(0, null, instant(row.getObject(1, OffsetDateTime.class))))
                .single()
                .until();
        return until == null || !until.isAfter(clock.instant()) ? null : until;
    }

    void unlock(String login) {
        transaction.executeWithoutResult(status -> forget(login));
    }

    /** Old rows tell nothing any more. */
    int prune() {
        return jdbc.sql("delete from login_failure where last_at < ?")
                .param(at(clock.instant().minus(FORGOTTEN)))
                .update();
    }

    private void forget(String login) {
        jdbc.sql("delete from login_failure where account = ?")
                .param(account(login))
                .update();
    }

    /** In one order always, so that two tries never wait for each other. */
    private static List<Counter> counters(String login, String address) {
        byte[] account = account(login);
        return Stream.of(
                        new Counter(5, hash("pair", login, address), account),
                        new Counter(10, account, account),
                        new Counter(50, hash("address", "", address), null))
                .sorted(Comparator.comparing(counter -> ByteBuffer.wrap(counter.mark())))
                .toList();
    }

    private Standing locked(Counter counter) {
        jdbc.sql("insert into login_failure (mark, account, failures, last_at) values (?, ?, 0, ?)"
                        + " on conflict do nothing")
                .params(java.util.Arrays.asList(counter.mark(), counter.account(), at(clock.instant())))
                .update();
        return jdbc.sql("select failures, last_at, blocked_until from login_failure where mark = ? for update")
                .param(counter.mark())
                .query((row, number) -> new Standing(
                        row.getInt(1),
                        instant(row.getObject(2, OffsetDateTime.class)),
                        instant(row.getObject(3, OffsetDateTime.class))))
                .single();
    }

    private void count(Counter counter, Standing standing, Instant now) {
        Instant last = standing.last();
        boolean old = last != null && last.isBefore(now.minus(FORGOTTEN));
        int failures = old ? 1 : standing.failures() + 1;
        long wait = Math.min(LONGEST_SECONDS, Math.max(0L, failures - counter.limit() + 1L) * STEP_SECONDS);
        jdbc.sql("update login_failure set failures = ?, last_at = ?, blocked_until = ? where mark = ?")
                .params(java.util.Arrays.asList(
                        failures, at(now), wait == 0 ? null : at(now.plusSeconds(wait)), counter.mark()))
                .update();
        if (failures == counter.limit()) {
            String sign = HexFormat.of().formatHex(counter.mark(), 0, 4);
            log.warn("{} failed logins on one {}: waits begin (mark {})", failures, kind(counter), sign);
        }
    }

    private static String kind(Counter counter) {
        return counter.account() == null ? "address" : "account";
    }

    private static long seconds(Instant now, @Nullable Instant until) {
        return until == null || !until.isAfter(now)
                ? 0
                : Duration.between(now, until).toSeconds() + 1;
    }

    private static byte[] account(String login) {
        return hash("account", login, "");
    }

    private static byte[] hash(String kind, String login, String address) {
        return ApiTokens.hash(kind + '\0' + login.toLowerCase(Locale.ROOT) + '\0' + address);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
