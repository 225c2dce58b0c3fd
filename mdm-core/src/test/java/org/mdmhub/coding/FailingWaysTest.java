package org.mdmhub.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.HubTest;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.Together;
import org.mdmhub.record.FieldValues;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ways of making numbers that look right and are not, each shown failing. Not shown: advisory locks behind a transaction
 * pooler, which needs one; and a restored backup, which comes with backups.
 */
@HubTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailingWaysTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    Codes codes;

    private TransactionTemplate transactions;
    private String kind;

    @BeforeAll
    void a_kind_of_number_of_ones_own() {
        transactions = new TransactionTemplate(manager);
        kind = "failing" + NameMother.number();
    }

    /** Two transactions that do not see each other read the same highest number; the ledger's key stops the second. */
    @Test
    void the_highest_number_plus_one_gives_the_same_number_twice() {
        String mine = kind + "max";
        long[] seen = new long[2];

        assertThatThrownBy(() -> transactions.execute(first -> {
                    seen[0] = highest(mine) + 1;
                    other(() -> {
                        seen[1] = highest(mine) + 1;
                        return enter(mine, "M" + seen[1]);
                    });
                    return enter(mine, "M" + seen[0]);
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(seen[0]).isEqualTo(seen[1]);
    }

    /** Looking first whether a code is free proves nothing about the moment after. */
    @Test
    void looking_before_writing_lets_two_believe_that_a_code_is_free() {
        String mine = kind + "look";

        assertThatThrownBy(() -> transactions.execute(first -> {
                    assertThat(codes.find(mine, "FREE1")).isEmpty();
                    other(() -> {
                        assertThat(codes.find(mine, "FREE1")).isEmpty();
                        return enter(mine, "FREE1");
                    });
                    return enter(mine, "FREE1");
                }))
                .as("only the constraint stands between them")
                .isInstanceOf(DataAccessException.class);
    }

    /** A sequence does not come back with its transaction: what is rolled back is a gap for ever. */
    @Test
    void a_sequence_leaves_a_gap_with_each_rollback() {
        long before = sequence();
        transactions.executeWithoutResult(status -> {
            sequence();
            status.setRollbackOnly();
        });

        assertThat(sequence()).as("one number is missing").isGreaterThan(before + 1);
    }

    /** A lock that is taken after the snapshot guards nothing: what was read before it is old. */
    @Test
    void an_advisory_lock_inside_repeatable_read_reads_what_was_before_it() {
        String mine = kind + "stale";
        TransactionTemplate repeatable = new TransactionTemplate(manager);
        repeatable.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);

        long stale = Objects.requireNonNull(repeatable.execute(status -> {
            // the snapshot is taken here
            highest(mine);
            other(() -> enter(mine, "A1"));
            jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                    .param(mine)
                    .query((row, n) -> 0)
                    .list();
            return highest(mine);
        }));

        assertThat(stale).as("A1 was committed before the lock was held").isZero();
        assertThat(highest(mine)).isEqualTo(1);
    }

    /** Two scopes whose names hash alike wait for each other, though they have nothing to do with each other. */
    @Test
    void hashed_lock_keys_can_be_the_same_for_two_names() throws Exception {
        String one = jdbc.sql("with names as (select 'scope' || n as name from generate_series(1, 200000) n)"
                        + " select min(name) from names group by hashtext(name) having count(*) > 1 limit 1")
                .query(String.class)
                .single();
        String other = jdbc.sql("select 'scope' || n from generate_series(1, 200000) n"
                        + " where hashtext('scope' || n) = hashtext(?) and 'scope' || n <> ? limit 1")
                .params(one, one)
                .query(String.class)
                .single();

        boolean free = Objects.requireNonNull(transactions.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                    .param(one)
                    .query((row, n) -> 0)
                    .list();
            return other(() -> jdbc.sql("select pg_try_advisory_xact_lock(hashtext(?))")
                    .param(other)
                    .query(Boolean.class)
                    .single());
        }));

        assertThat(free).as("%s is locked by %s", other, one).isFalse();
    }

    /** What was shown before the commit may be somebody else's afterwards. */
    @Test
    void a_code_that_is_shown_before_the_commit_is_given_to_the_next_one_after_a_rollback() {
        transactions.executeWithoutResult(status -> {
            // holds the counter, so that no other test comes between
            codes.take("products", born());
            jdbc.sql("savepoint before").update();
            String shown = codes.take("products", born()).code();
            jdbc.sql("rollback to savepoint before").update();

            assertThat(codes.take("products", born()).code()).isEqualTo(shown);
            status.setRollbackOnly();
        });
    }

    /** The last evening of the year in Shanghai is still afternoon in London. */
    @Test
    void a_year_that_rolls_over_in_the_wrong_zone_is_another_year() {
        Instant newYear = Instant.parse("2026-12-31T16:30:00Z");
        Birth birth = new Birth(Office.EAST, FieldValues.none(), newYear, null);
        Birth before = new Birth(Office.EAST, FieldValues.none(), newYear.minusSeconds(3600), null);
        YearSegment there = new YearSegment(4, ZoneId.of("Asia/Shanghai"));
        YearSegment here = new YearSegment(4, ZoneId.of("UTC"));

        assertThat(there.part(birth, 1, "")).isEqualTo("2027");
        assertThat(there.part(before, 1, "")).isEqualTo("2026");
        assertThat(here.part(birth, 1, "")).isEqualTo("2026");
        assertThat(new MonthSegment(ZoneId.of("Asia/Shanghai")).part(birth, 1, ""))
                .isEqualTo("01");
    }

    private static Birth born() {
        return new Birth(Office.EAST, FieldValues.none(), Instant.now(), null);
    }

    private long sequence() {
        return jdbc.sql("select nextval('revision_seq')").query(Long.class).single();
    }

    private long highest(String type) {
        return jdbc.sql("select coalesce(max(substring(code from 2)::bigint), 0) from issued_code where type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    private int enter(String type, String code) {
        return jdbc.sql("insert into issued_code (type, code_norm, code, state, who, at, why)"
                        + " values (?, ?, ?, 'VOID', 'tester', now(), 'shown failing')")
                .params(type, code, code)
                .update();
    }

    /** In a transaction of its own, which is committed before this one goes on. */
    private <T> T other(Supplier<T> work) {
        List<Together.Result<T>> results =
                Together.run(List.<Callable<T>>of(() -> transactions.execute(status -> work.get())));
        return Objects.requireNonNull(results.get(0).value());
    }
}
