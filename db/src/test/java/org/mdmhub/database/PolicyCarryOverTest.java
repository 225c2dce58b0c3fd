package org.mdmhub.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The table of policies becomes settings, as it stands in whatever database. */
class PolicyCarryOverTest {

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private static JdbcTemplate sql;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedDatabase.start(folder, false);
        try (var admin = server.superuser("postgres");
                var statement = admin.createStatement()) {
            statement.execute("create database carried owner mdm_owner template template0");
        }
        var owner = new DriverManagerDataSource(server.url("carried"), "mdm_owner", "");
        sql = new JdbcTemplate(owner);
        new ChangeLog(owner, "mdm").afterPropertiesSet();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void as_it_was() {
        sql.execute("drop table if exists approval_policy");
        sql.execute("create table approval_policy (id serial, step integer, type varchar(40), field varchar(60),"
                + " condition varchar(10), threshold numeric(24, 6), roles jsonb)");
    }

    @Test
    void a_fresh_installation_has_the_policies_of_the_contract() {
        row(1, null, null, "ALWAYS", null, "[\"STEWARD\", \"LEAD\"]");
        row(2, null, "invoiceBank", "REPLACED", null, "[\"FINANCE\", \"LEAD\"]");
        row(2, null, "invoiceAccount", "REPLACED", null, "[\"FINANCE\", \"LEAD\"]");
        row(2, null, "bankAccounts", "REPLACED", null, "[\"FINANCE\", \"LEAD\"]");
        row(2, null, "creditLimit", "ABOVE", "1000000", "[\"FINANCE\", \"LEAD\"]");

        assertThat(carried())
                .containsExactly(
                        "above-creditLimit {\"field\": \"creditLimit\", \"value\": 1000000} null 2 [\"FINANCE\", \"LEAD\"]"
                                + " 信用额度超过 1,000,000",
                        "every-request null null 1 [\"LEAD\", \"STEWARD\"] 所有申请",
                        "replaced null [\"bankAccounts\", \"invoiceAccount\", \"invoiceBank\"] 2 [\"FINANCE\", \"LEAD\"]"
                                + " 银行信息被替换");
    }

    @Test
    void a_table_that_somebody_changed_is_carried_over_as_it_stands() {
        row(1, "products", null, "ALWAYS", null, "[\"LEAD\"]");
        row(1, "products", null, "ALWAYS", null, "[\"STEWARD\"]");
        row(1, "products", "name", "REPLACED", null, "[\"LEAD\"]");
        row(3, "customers", "name", "REPLACED", null, "[\"LEAD\"]");
        row(3, null, "creditLimit", "ABOVE", "0.5", "[\"FINANCE\"]");
        row(3, null, "creditLimit", "ABOVE", "70", "[\"LEAD\"]");

        assertThat(carried())
                .containsExactly(
                        "above-creditLimit {\"field\": \"creditLimit\", \"value\": 0.5} null 3 [\"FINANCE\"] 信用额度超过 0.5",
                        "above-creditLimit.2 {\"field\": \"creditLimit\", \"value\": 70} null 3 [\"LEAD\"] 信用额度超过 70",
                        "every-request-products null null 1 [\"LEAD\", \"STEWARD\"] 所有申请",
                        "nobody null null null null 其他策略均未命中时无须审批",
                        "replaced-customers null [\"name\"] 3 [\"LEAD\"] 已有值被替换：name");
    }

    private static void row(int step, String type, String field, String condition, String above, String roles) {
        sql.update(
                "insert into approval_policy (step, type, field, condition, threshold, roles)"
                        + " values (?, ?, ?, ?, ?::numeric, ?::jsonb)",
                step,
                type,
                field,
                condition,
                above,
                roles);
    }

    /** Key, above, replaced, stage, roles and Chinese name of each policy. */
    private static List<String> carried() {
        sql.update("delete from setting where type = 'policies'");
        sql.execute(statement());
        return sql.queryForList(
                "select concat_ws(' ', key, coalesce(content ->> 'above', 'null'),"
                        + " coalesce(content ->> 'replaced', 'null'),"
                        + " coalesce(content #>> '{steps,0,stage}', 'null'),"
                        + " coalesce(content #>> '{steps,0,roles}', 'null'), content ->> 'nameZh')"
                        + " from setting where type = 'policies' order by key collate \"C\"",
                String.class);
    }

    private static String statement() {
        try (var file = PolicyCarryOverTest.class.getResourceAsStream("/db/changes/093-policy.sql")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("insert into setting ("), text.indexOf("insert into setting_stamp"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
