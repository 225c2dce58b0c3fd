package org.mdmhub.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.record.FieldValues;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HubTest
class CodesTest {

    @Autowired
    Codes codes;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager manager;

    @Test
    void sequence_17_is_C000000175() {
        CodingScheme scheme = codes.scheme("customers").orElseThrow();

        assertThat(scheme.pattern().compose(born(), 17)).isEqualTo("C000000175");
        assertThat(scheme.pattern().compose(born(), 99_999_999)).isNotNull();
        assertThat(scheme.pattern().compose(born(), 100_000_000)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "customers, C000000175, true,",
        "customers, ' c000 000-175', true,",
        "customers, Ｃ００００００１７５, true,",
        "customers, C000000176, false, checkDigit",
        "customers, P000000175, false, shape",
        "customers, C00000175, false, shape",
        "products, P000000175, true,"
    })
    void a_code_is_checked_whatever_its_state(String type, String code, boolean valid, String reason) {
        Codes.Verdict verdict = codes.check(type, code);

        assertThat(verdict.valid()).isEqualTo(valid);
        assertThat(verdict.reason()).isEqualTo(reason);
    }

    @Test
    void an_issued_code_is_known_to_the_ledger_however_it_is_written() {
        String code = office.customer();

        assertThat(codes.check("customers", code.toLowerCase(Locale.ROOT) + " ").state())
                .isEqualTo(IssuedCode.State.ISSUED);
        office.done(AskMother.retire(code));
        assertThat(codes.check("customers", code).state()).isEqualTo(IssuedCode.State.RETIRED);
    }

    @Test
    void a_rollback_gives_the_number_back() {
        long[] numbers = new long[2];
        undone(() -> {
            // the counter stays locked between the two, so that no other test takes one in between
            numbers[0] = next();
            assertThat(codes.take("products", born()).number()).isEqualTo(numbers[0]);
            return numbers[1] = next();
        });

        assertThat(numbers[1]).isEqualTo(numbers[0] + 1);
        assertThat(unexplained("products")).isZero();
    }

    @Test
    void a_number_whose_code_is_in_the_ledger_already_is_passed_over() {
        undone(() -> {
            long number = next();
            CodingScheme scheme = codes.scheme("products").orElseThrow();
            jdbc.sql("insert into issued_code (type, code_norm, code, state, who, at, why)"
                            + " values ('products', :code, :code, 'VOID', 'tester', now(), 'printed on an old label')")
                    .param("code", scheme.pattern().compose(born(), number))
                    .update();

            Codes.Taken taken = codes.take("products", born());

            assertThat(taken.number()).isEqualTo(number + 1);
            assertThat(taken.code()).isEqualTo(scheme.pattern().compose(born(), number + 1));
            return true;
        });
    }

    @Test
    void a_type_without_a_scheme_gets_no_code() {
        assertThatThrownBy(() -> undone(() -> codes.take("unicorns", born())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unicorns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from issued_code where code = ?",
                "truncate issued_code -- ?",
                "update issued_code set code = 'C1' where code = ?",
                "update issued_code set code_norm = 'C1' where code = ?",
                "update issued_code set number = 4711 where code = ?",
                "update issued_code set record_id = (select max(id) from record) + 1 where code = ?",
                "update issued_code set state = 'VOID' where code = ?",
                "update issued_code set state = 'RESERVED' where code = ?",
                "delete from code_counter where scheme_id in (select scheme_id from issued_code where code = ?)"
            })
    void the_ledger_refuses_what_would_make_a_code_another_ones(String sql) {
        String code = office.customer();

        assertThatThrownBy(() -> changeLedger(sql, code)).isInstanceOf(DataAccessException.class);
        assertThat(codes.check("customers", code).state()).isEqualTo(IssuedCode.State.ISSUED);
    }

    @Test
    void no_state_leads_out_of_void() {
        for (String state : List.of("ISSUED", "RESERVED", "RETIRED", "MERGED")) {
            assertThatThrownBy(() -> undone(() -> {
                        jdbc.sql("insert into issued_code (type, code_norm, code, state, who, at, why)"
                                        + " values ('customers', 'OLD1', 'OLD-1', 'VOID', 'tester', now(), 'misprint')")
                                .update();
                        return jdbc.sql("update issued_code set state = ? where code = 'OLD-1'")
                                .param(state)
                                .update();
                    }))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("cannot go from VOID");
        }
    }

    private int changeLedger(String sql, String code) {
        return sql.contains("-- ?")
                ? jdbc.sql(sql.replace("-- ?", "")).update()
                : jdbc.sql(sql).param(code).update();
    }

    private static Birth born() {
        return new Birth(Office.EAST, FieldValues.none(), Instant.now(), null);
    }

    private long next() {
        return jdbc.sql("select next from code_counter join coding_scheme on id = scheme_id"
                        + " where type = 'products' for update of code_counter")
                .query(Long.class)
                .single();
    }

    /** Numbers that the counter gave and the ledger does not know; one statement sees one state of both. */
    private long unexplained(String type) {
        return jdbc.sql("select next - 1 - (select count(*) from issued_code i where i.scheme_id = c.scheme_id)"
                        + " from code_counter c join coding_scheme on id = scheme_id where type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    private <T> void undone(Supplier<T> work) {
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.get();
        });
    }
}
