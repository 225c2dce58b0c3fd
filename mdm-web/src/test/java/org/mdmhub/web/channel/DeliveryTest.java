package org.mdmhub.web.channel;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.notice.Choice;
import org.mdmhub.notice.Notice;
import org.mdmhub.notice.NoticeChoices;
import org.mdmhub.notice.Notices;
import org.mdmhub.notice.Way;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of delivered notices have in common: people who can be reached, and something to tell them. */
@WebTest
abstract class DeliveryTest {

    @Autowired
    Notices notices;

    @Autowired
    NoticeChoices wishes;

    @Autowired
    Outgoing outgoing;

    @Autowired
    Wording wording;

    @Autowired
    GroupChannels groups;

    @Autowired
    Office office;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    void tell(String kind, UUID request, String once, String... logins) {
        office.inTransaction(() -> {
            notices.tell(new Notice(kind, Set.of(logins), request, List.of("R1", "Somebody"), once));
            return true;
        });
    }

    UUID request() {
        return office.asked(CustomerMother.customer());
    }

    Actor reachable(Choice choice) {
        Actor who = people.person(Role.STEWARD, Office.EAST);
        wishes.keep(who.login(), new NoticeChoices.Person("en", who.login() + "@company.test", 0));
        wishes.choose(who.login(), Way.MAIL, "mentioned", choice);
        return who;
    }
}
