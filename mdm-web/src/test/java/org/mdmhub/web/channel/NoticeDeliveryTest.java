package org.mdmhub.web.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.Together;
import org.mdmhub.notice.Choice;
import org.mdmhub.notice.NoticeChoices;
import org.mdmhub.notice.Told;
import org.mdmhub.notice.Way;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;

/** From the transaction that tells people to the channel that says it, with two nodes and over a death. */
class NoticeDeliveryTest extends DeliveryTest {

    /** A channel that only this test uses. */
    private static final class Noted implements Channel {
        final List<Letter> letters = new CopyOnWriteArrayList<>();
        private final String name;
        private final boolean repeats;
        Outcome says = new Outcome.Done();

        Noted(String name, boolean repeats) {
            this.name = name;
            this.repeats = repeats;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean repeats() {
            return repeats;
        }

        @Override
        public Outcome send(Letter letter, Address to) {
            letters.add(letter);
            return says;
        }
    }

    private Deliverer node(Channel... channels) {
        return new Deliverer(outgoing, notices, wishes, wording, groups, List.of(channels));
    }

    private String state(String login) {
        return jdbc.sql(
                        "select coalesce(string_agg(distinct d.state, ','), '') from notice_delivery d join notice n on n.id = d.notice_id"
                                + " where d.login = ? and n.kind <> 'waits'")
                .param(login)
                .query(String.class)
                .single();
    }

    private List<Letter> to(Actor who, Noted mail) {
        String his = jdbc.sql("select coalesce(string_agg(d.id::text, ','), '') from notice_delivery d"
                        + " join notice n on n.id = d.notice_id where d.login = ? and n.kind <> 'waits'")
                .param(who.login())
                .query(String.class)
                .single();
        return mail.letters.stream().filter(letter -> his.contains(letter.id())).toList();
    }

    @Test
    void two_nodes_tell_each_person_once() throws Exception {
        List<Actor> all =
                IntStream.range(0, 12).mapToObj(i -> reachable(Choice.NOW)).toList();
        UUID request = request();
        tell("mentioned", request, "", all.stream().map(Actor::login).toArray(String[]::new));
        Noted mail = new Noted("mail", true);
        Deliverer one = node(mail);
        Deliverer other = node(mail);
        Together.run(List.<Callable<Boolean>>of(() -> ran(one), () -> ran(other)));
        assertThat(all).allSatisfy(who -> {
            assertThat(to(who, mail)).hasSize(1);
            assertThat(state(who.login())).isEqualTo("DONE");
        });
        Letter letter = to(all.get(0), mail).get(0);
        assertThat(letter.text()).contains("Somebody mentioned you on request R1", "/inbox/" + request, "Name");
        assertThat(letter.lines().get(0).fields()).doesNotContain("有限公司");
    }

    private static boolean ran(Deliverer node) {
        node.run();
        return true;
    }

    @Test
    void once_is_once_and_a_choice_holds() {
        Actor who = reachable(Choice.OFF);
        UUID request = request();
        tell("mentioned", request, "a-" + request, who.login());
        tell("mentioned", request, "a-" + request, who.login());
        assertThat(told(who)).containsExactly("mentioned");
        assertThat(state(who.login())).isEmpty();
        wishes.choose(who.login(), Way.PROGRAM, "urged", Choice.OFF);
        tell("urged", request, "", who.login());
        assertThat(told(who)).containsExactly("mentioned");
        assertThat(notices.unread(List.of(who.login()))).containsKey(who.login());
    }

    /** Kinds, without what waits for everybody. */
    private List<String> told(Actor who) {
        return notices.of(who.login(), new UUID(-1, -1), 10).stream()
                .map(Told::kind)
                .filter(kind -> !kind.equals("waits"))
                .toList();
    }

    @Test
    void a_digest_is_one_message() {
        Actor who = reachable(Choice.DIGEST);
        UUID request = request();
        tell("mentioned", request, "", who.login());
        tell("mentioned", request(), "", who.login());
        Noted mail = new Noted("mail", true);
        node(mail).run();
        assertThat(to(who, mail)).isEmpty();
        jdbc.sql("update notice_delivery d set due_at = now() from notice n where n.id = d.notice_id"
                        + " and n.kind = 'mentioned' and d.login = ?")
                .param(who.login())
                .update();
        node(mail).run();
        assertThat(to(who, mail)).hasSize(1);
        assertThat(to(who, mail).get(0).lines()).hasSize(2);
        assertThat(to(who, mail).get(0).subject()).contains("2");
        assertThat(state(who.login())).isEqualTo("DONE");
    }

    @Test
    void who_may_no_longer_see_it_is_not_told() {
        Actor stranger = people.person(Role.STEWARD, Office.SOUTH);
        wishes.keep(stranger.login(), new NoticeChoices.Person("en", "s@company.test", 0));
        tell("urged", request(), "", stranger.login());
        Noted mail = new Noted("mail", true);
        node(mail).run();
        assertThat(to(stranger, mail)).isEmpty();
        assertThat(state(stranger.login())).isEqualTo("DROPPED");
    }

    @Test
    void what_a_dead_node_left_is_sent_again_only_where_its_receiver_knows_it_by_its_id() {
        Actor who = reachable(Choice.NOW);
        tell("mentioned", request(), "", who.login());
        jdbc.sql("update notice_delivery set state = 'UNDERWAY', owner = gen_random_uuid(), attempts = 1,"
                        + " lease_until = now() - interval '1 second' where login = ? and not digest")
                .param(who.login())
                .update();
        Noted mail = new Noted("mail", true);
        node(mail).run();
        assertThat(to(who, mail)).hasSize(1);

        String carrier = "w" + NameMother.number() % 1_000_000;
        UUID owner = UUID.randomUUID();
        UUID delivery = jdbc.sql("update notice_delivery set carrier = ?, turn = ?, state = 'UNDERWAY', owner = ?,"
                        + " lease_until = now() - interval '1 second' where login = ? and not digest returning id")
                .params(carrier, carrier, owner, who.login())
                .query(UUID.class)
                .single();
        node(new Noted(carrier, false)).run();
        assertThat(state(who.login())).isEqualTo("UNKNOWN");
        outgoing.end(owner, "DONE", "");
        assertThat(state(who.login()))
                .as("a node that wakes late says nothing on " + delivery)
                .isEqualTo("UNKNOWN");
    }

    @Test
    void mail_goes_to_the_real_server_in_the_readers_language() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Actor who = reachable(Choice.NOW);
            wishes.keep(who.login(), new NoticeChoices.Person(null, who.login() + "@company.test", 8));
            tell("mentioned", request(), "", who.login());
            var settings =
                    new MailSettings("127.0.0.1", server.getSmtp().getPort(), "", "", "hub@company.test", "none", "");
            node(new MailChannel(settings)).run();
            assertThat(server.getReceivedMessages())
                    .anySatisfy(mail -> assertThat(mail.getSubject()).isEqualTo("[主数据] Somebody 在申请 R1 中提到了您"));
            assertThat(Wording.language(null)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        } finally {
            server.stop();
        }
    }
}
