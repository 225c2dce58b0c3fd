package org.mdmhub.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The second wall: without a scope nobody sees a record, and no SQL of the hub's own login leads around it. */
@HubTest
class ScopeTest {

    @Autowired
    Office office;

    @Autowired
    MasterRecords records;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient jdbc;

    @Test
    void without_a_scope_a_transaction_sees_no_record() {
        String code = office.customer();

        assertThat(office.inTransaction(() -> records.find("customers", code))).isEmpty();
        assertThat(jdbc.sql("select count(*) from record").query(Long.class).single())
                .isZero();
    }

    @Test
    void an_organisation_sees_its_own_and_not_anothers() {
        String code = office.customer();

        assertThat(seenBy(code, office.requester())).isTrue();
        assertThat(seenBy(code, office.requesterSouth())).isFalse();
        assertThat(seenBy(code, office.lead())).isTrue();
        assertThat(Scope.of(Set.of(), () -> office.inTransaction(() -> records.find("customers", code))))
                .isEmpty();
    }

    @Test
    void extend_makes_it_visible_and_taking_the_view_away_hides_it_again() {
        String code = office.customer();

        office.done(AskMother.extend(code, Office.SOUTH, Map.of()));
        assertThat(seenBy(code, office.requesterSouth())).isTrue();

        office.updated(code, CustomerMother.fields("views", null));
        assertThat(seenBy(code, office.requesterSouth())).isFalse();
        assertThat(seenBy(code, office.requester())).isTrue();
    }

    @Test
    void the_scope_ends_with_its_transaction_also_on_a_pooled_connection() {
        String code = office.customer();
        for (int i = 0; i < 50; i++) {
            assertThat(office.seeingAll(() -> records.find("customers", code))).isPresent();
            assertThat(office.inTransaction(() -> records.find("customers", code)))
                    .isEmpty();
        }
    }

    @Test
    void the_scope_cannot_change_inside_a_transaction() {
        assertThatThrownBy(() -> office.seeingAll(() -> Scope.of(Set.of(1), () -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot change inside a transaction");
        assertThatThrownBy(() -> office.inTransaction(() -> Scope.system("late", () -> 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(office.seeingAll(() -> Scope.system("test", () -> 1))).isEqualTo(1);
    }

    @Test
    void writing_outside_of_the_scope_is_refused() {
        String code = office.customer();
        int south = office.unit(Office.SOUTH);

        assertThat(asSouth(() -> jdbc.sql("update record set status = 'BLOCKED' where code = ?")
                        .param(code)
                        .update()))
                .isZero();
        assertThatThrownBy(() ->
                        asEast(() -> jdbc.sql("update record set visible_to = ?, org_unit_id = ? where code = ?")
                                .params(new Integer[] {south}, south, code)
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() ->
                        asSouth(() -> jdbc.sql("insert into record (id, type, code, org_unit_id, visible_to, status,"
                                        + " version, created_at, updated_at)"
                                        + " values (-1, 'customers', 'X', ?, ?, 'ACTIVE', 1, now(), now())")
                                .params(office.unit(Office.EAST), new Integer[] {office.unit(Office.EAST)})
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(office.record(code).orgUnitId()).isEqualTo(office.unit(Office.EAST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set local row_security = off; select 1 from record",
                "alter table record disable row level security",
                "alter table record no force row level security",
                "drop policy record_in_scope on record",
                "alter role mdm_app bypassrls",
                "set role mdm_owner",
                "set session authorization postgres",
                "create or replace function scope_is_system() returns boolean language sql as 'select true'",
                "create table loophole (a integer)",
                "delete from record",
                "truncate record cascade",
                "update record_aud set code = 'X'",
                "delete from customer_aud",
                "update revision set who = 'somebody'",
                "delete from revision",
                "delete from org_unit"
            })
    void the_hubs_own_login_cannot_get_around_the_wall(String sql) {
        assertThatThrownBy(() -> office.inTransaction(() -> jdbc.sql(sql).update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void giving_up_the_role_gives_no_more_rights() {
        office.customer();
        long seen = office.inTransaction(() -> {
            jdbc.sql("set local role none").update();
            return jdbc.sql("select count(*) from record").query(Long.class).single();
        });

        assertThat(seen).isZero();
    }

    @Test
    void the_pools_login_and_role_own_nothing_and_bypass_nothing() {
        List<Map<String, Object>> roles = jdbc.sql("select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb"
                        + " from pg_roles where rolname in (current_user, session_user)")
                .query()
                .listOfRows();

        assertThat(roles).extracting("rolname").containsExactlyInAnyOrder("mdm_app", "mdm");
        assertThat(roles).allSatisfy(role -> assertThat(role.values()).doesNotContain(true));
        assertThat(jdbc.sql("select count(*) from pg_class c join pg_roles r on r.oid = c.relowner"
                                + " where r.rolname in (current_user, session_user)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select relrowsecurity and relforcerowsecurity from pg_class where relname = 'record'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void rights_reach_down_the_tree_and_not_up() {
        assertThat(organisations.below(Set.of(office.unit("GROUP"))))
                .contains(office.unit("GROUP"), office.unit(Office.EAST), office.unit(Office.SOUTH));
        assertThat(organisations.below(Set.of(office.unit(Office.EAST)))).containsExactly(office.unit(Office.EAST));
    }

    private boolean seenBy(String code, Actor actor) {
        return office.seeingAs(
                actor,
                () -> records.find("customers", code).map(MasterRecord::code).isPresent());
    }

    private <T> T asEast(Supplier<T> work) {
        return office.seeingAs(office.requester(), work);
    }

    private <T> T asSouth(Supplier<T> work) {
        return office.seeingAs(office.requesterSouth(), work);
    }
}
