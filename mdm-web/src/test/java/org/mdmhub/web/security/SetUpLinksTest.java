package org.mdmhub.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** On an application of its own, for it must begin with nobody in it. */
@WebTest
@TestPropertySource(properties = "mdm.couriers-per-target=1")
class SetUpLinksTest {

    @Autowired
    SetUpLinks links;

    @Autowired
    Accounts accounts;

    @Test
    void the_first_administrator_comes_in_once_and_by_the_newest_link_only() {
        String old = links.make().orElseThrow();
        String link = links.make().orElseThrow();
        assertThat(links.holds(old)).isFalse();
        assertThat(links.use(old, "eve", "Eve", "a password of eve")).isFalse();
        assertThat(links.use("invented", "eve", "Eve", "a password of eve")).isFalse();

        assertThat(links.use(link, "ada", "Ada", "a password of ada")).isTrue();

        assertThat(accounts.actor("ada", null).orElseThrow().rights()).contains(Right.ADMINISTER);
        assertThat(links.use(link, "eve", "Eve", "a password of eve")).isFalse();
        assertThat(links.holds(link)).isFalse();
        assertThat(links.make()).isEmpty();
        assertThat(accounts.exists("eve")).isFalse();
    }
}
