package org.mdmhub.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Together;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** On an application of its own, for the last administrator of all is at stake. */
@WebTest
@TestPropertySource(properties = "mdm.couriers-per-target=2")
class AdministrationTest {

    private static final String PASSWORD = "only-for-a-test";

    @Autowired
    Administration administration;

    @Autowired
    Accounts accounts;

    @Autowired
    SetUpLinks links;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient jdbc;

    private int group;

    @BeforeEach
    void group() {
        group = organisations.find("GROUP").orElseThrow().id();
    }

    private String administrator() {
        String login = "boss-" + NameMother.number();
        ChangeReason.setUp("a test").during(() -> {
            accounts.add(login, "Boss", PASSWORD, Map.of(Role.ADMIN, List.of("GROUP")));
        });
        return login;
    }

    @Test
    void the_last_administrator_stays_also_where_two_shut_each_other_out_at_once() {
        List<String> others = jdbc.sql("select login from user_role where role = 'ADMIN'")
                .query(String.class)
                .list();
        String ada = administrator();
        others.forEach(login -> administration.disable(login, ada));
        String bob = administrator();
        String invited = "invited-" + NameMother.number();
        administration.create(invited, "Invited", null, ada);
        administration.grant(invited, Role.ADMIN, group, ada);

        var done = Together.<Boolean>run(List.of(
                () -> {
                    administration.disable(ada, bob);
                    return true;
                },
                () -> {
                    administration.withdraw(bob, Role.ADMIN, group, ada);
                    return true;
                }));

        assertThat(done).filteredOn(result -> result.failure() == null).hasSize(1);
        assertThat(done)
                .filteredOn(result -> result.failure() instanceof LastAdministrator)
                .hasSize(1);
        String left = accounts.actor(ada, null).isPresent() ? ada : bob;
        assertThat(accounts.actor(left, null).orElseThrow().may(Right.ADMINISTER))
                .isTrue();
        assertThatThrownBy(() -> administration.disable(left, left)).isInstanceOf(LastAdministrator.class);
        assertThatThrownBy(() -> administration.withdraw(left, Role.ADMIN, group, left))
                .isInstanceOf(LastAdministrator.class);
        assertThat(accounts.actor(left, null)).isPresent();

        // who comes by his link counts from then on
        String link = administration.link(invited, left);
        assertThat(links.use(link, PASSWORD)).isTrue();
        administration.disable(left, invited);
        assertThat(accounts.actor(left, null)).isEmpty();
    }

    @Test
    void a_link_sets_a_password_once_and_only_the_newest_does() {
        String login = "new-" + NameMother.number();
        String first = administration.create(login, "New", "zh-CN", "test").orElseThrow();
        String second = administration.link(login, "test");
        assertThat(links.invited(first)).isEmpty();
        assertThat(links.invited(second)).contains(login);
        assertThat(links.holds(second)).isFalse();
        assertThat(links.use(first, PASSWORD)).isFalse();
        assertThat(links.use(second, PASSWORD)).isTrue();
        assertThat(accounts.isPassword(login, PASSWORD)).isTrue();
        assertThat(links.use(second, "another password")).isFalse();
        assertThat(administration.create(login, "Again", null, "test")).isEmpty();
    }

    @Test
    void who_is_disabled_has_no_link_any_more() {
        String keeper = administrator();
        String login = "gone-" + NameMother.number();
        String link = administration.create(login, "Gone", null, keeper).orElseThrow();
        administration.disable(login, keeper);
        assertThat(links.invited(link)).isEmpty();
    }
}
