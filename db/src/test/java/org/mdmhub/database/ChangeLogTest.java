package org.mdmhub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ChangeLogTest {

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(folder, false);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private final String name = "mdm_" + UUID.randomUUID().toString().replace('-', '_');
    private final DriverManagerDataSource owner = new DriverManagerDataSource(server.url(name), "mdm_owner", "");
    private final JdbcTemplate sql = new JdbcTemplate(owner);

    @Test
    void an_empty_database_is_migrated_and_a_second_time_changes_nothing() throws Exception {
        empty();

        migrate();
        List<Map<String, Object>> schema = schema();
        List<Map<String, Object>> executed = executed();
        long rows = rows();
        migrate();

        assertThat(schema).extracting("table_name").contains("record", "customer_aud", "issued_code", "change_request");
        assertThat(schema()).isEqualTo(schema);
        assertThat(executed()).isEqualTo(executed).hasSizeGreaterThan(20);
        assertThat(rows()).isEqualTo(rows).isPositive();
        assertThat(sql.queryForObject("select locked from databasechangeloglock", Boolean.class))
                .isFalse();
    }

    @Test
    void a_database_written_by_a_newer_hub_is_refused_in_words_and_left_alone() throws Exception {
        empty();
        migrate();
        sql.update("insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                + " values ('990-tomorrow', 'mdmhub', 'db/changes/990-tomorrow.sql', now(), 9999, 'EXECUTED')");
        List<Map<String, Object>> executed = executed();

        assertThatThrownBy(this::migrate)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("990-tomorrow")
                .hasMessageContaining("newer hub");

        assertThat(executed()).isEqualTo(executed);
    }

    @Test
    void a_refusal_does_not_leave_the_lock_behind() throws Exception {
        empty();
        migrate();
        sql.update("insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                + " values ('990-tomorrow', 'mdmhub', 'db/changes/990-tomorrow.sql', now(), 9999, 'EXECUTED')");
        assertThatThrownBy(this::migrate).isInstanceOf(DatabaseUnavailable.class);
        sql.update("delete from databasechangelog where id = '990-tomorrow'");

        migrate();

        assertThat(schema()).isNotEmpty();
    }

    @Test
    void every_table_of_ours_can_be_read_by_the_hubs_role_and_none_is_its_own() throws Exception {
        empty();
        migrate();

        assertThat(sql.queryForList(
                        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'databasechangelog%'"
                                + " and not has_table_privilege('mdm_app', c.oid, 'select')",
                        String.class))
                .isEmpty();
        assertThat(sql.queryForList(
                        "select distinct r.rolname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " join pg_roles r on r.oid = c.relowner where n.nspname = 'public'",
                        String.class))
                .containsExactly("mdm_owner");
    }

    private void migrate() throws LiquibaseException {
        new ChangeLog(owner, "mdm").afterPropertiesSet();
    }

    private void empty() throws Exception {
        try (var admin = server.superuser("postgres");
                var statement = admin.createStatement()) {
            statement.execute("create database " + name + " owner mdm_owner template template0");
        }
    }

    private List<Map<String, Object>> schema() {
        return sql.queryForList("select table_name, column_name, data_type, is_nullable from information_schema.columns"
                + " where table_schema = 'public' order by 1, 2");
    }

    /** What ran once; the change set that runs always is left out. */
    private List<Map<String, Object>> executed() {
        return sql.queryForList("select id, md5sum, dateexecuted from databasechangelog"
                + " where id <> '001-pool-login' order by orderexecuted, id");
    }

    private long rows() {
        return sql.queryForObject(
                "select (select count(*) from org_unit) + (select count(*) from setting)"
                        + " + (select count(*) from coding_scheme) + (select count(*) from match_lock)",
                Long.class);
    }
}
