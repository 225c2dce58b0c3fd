package org.mdmhub.web.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.Together;
import org.mdmhub.notice.Notices;
import org.mdmhub.notice.Told;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.FourEyes;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.mdmhub.talk.Conversation;
import org.mdmhub.talk.Conversations;
import org.mdmhub.talk.Talk;
import org.mdmhub.talk.TalkRefused;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may say what to whom, and who hears of it. */
@WebTest
class TalkTest {

    @Autowired
    Talk talk;

    @Autowired
    Conversations conversations;

    @Autowired
    Notices notices;

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private String home = "";
    private Actor requester;
    private Actor steward;
    private UUID request;

    @BeforeEach
    void somethingToTalkAbout() {
        // of its own, for only so many are told
        home = office.newUnit();
        requester = people.person(Role.REQUESTER, home);
        steward = people.person(Role.STEWARD, home);
        request = road.ask(asking(CustomerMother.customerWith("phone", "021-55550100")), requester);
    }

    private Ask asking(Map<String, Object> fields) {
        return Ask.create("customers", home, fields, "a new customer");
    }

    private String there(String unit) {
        return unit.equals("HOME") ? home : unit;
    }

    private List<String> told(Actor who) {
        return notices.of(who.login(), new UUID(-1, -1), 50).stream()
                .filter(told -> request.equals(told.request()))
                .map(Told::kind)
                .toList();
    }

    private Conversation seen(Actor who) {
        return conversations.of(request, who).orElseThrow();
    }

    private TalkRefused refused(Runnable deed) {
        return catchThrowableOfType(TalkRefused.class, deed::run);
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTER, HOME, said",
        "STEWARD, HOME, said",
        "LEAD, GROUP, said",
        "FINANCE, GROUP, said",
        "SALES_MANAGER, HOME, said",
        "AUDITOR, HOME, MAY_NOT",
        "INTEGRATOR, HOME, MAY_NOT",
        "REQUESTER, CN-SOUTH, NOT_FOUND",
        "STEWARD, CN-SOUTH, NOT_FOUND",
        "ADMIN, GROUP, NOT_FOUND"
    })
    void who_sees_it_and_may_ask_or_decide_may_comment(Role role, String unit, String outcome) {
        Actor who = people.person(role, there(unit));
        if (outcome.equals("said")) {
            talk.comment(request, "phone", "Is this theirs?", who);
            assertThat(seen(steward).comments()).hasSize(1);
        } else {
            assertThat(refused(() -> talk.comment(request, null, "x", who)).reason())
                    .hasToString(outcome);
            assertThat(seen(steward).comments()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTER, HOME, true",
        "STEWARD, GROUP, true",
        "AUDITOR, HOME, true",
        "LEAD, GROUP, true",
        "STEWARD, CN-SOUTH, false",
        "ADMIN, GROUP, false",
        "INTEGRATOR, HOME, false"
    })
    void only_who_sees_it_can_be_mentioned(Role role, String unit, boolean sees) {
        Actor who = people.person(role, there(unit));
        String text = "(@" + who.login() + "), please look. mail@nobody.test is no mention.";
        if (sees) {
            talk.comment(request, null, text, steward);
            assertThat(told(who)).containsExactly("mentioned");
            assertThat(seen(who).watching()).isTrue();
        } else {
            TalkRefused no = refused(() -> talk.comment(request, null, text, steward));
            assertThat(no.findings())
                    .extracting("pointer", "code")
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("/text", "mention"));
            TalkRefused nobody = refused(() -> talk.comment(request, null, "@nobody-at-all", steward));
            assertThat(nobody.findings().get(0).code())
                    .isEqualTo(no.findings().get(0).code());
            assertThat(told(who)).isEmpty();
            assertThat(seen(steward).comments()).isEmpty();
        }
    }

    @Test
    void a_comment_makes_nobody_an_author() {
        int version = office.request(request).version();
        talk.comment(request, "phone", "Looks right to me", steward);
        assertThat(office.request(request).version()).isEqualTo(version);
        assertThat(road.approve(request, null, List.of(), steward)).isEqualTo(ChangeStatus.APPLIED);
        talk.comment(request, null, "Thank you", requester);
        assertThat(seen(requester).comments()).hasSize(2);
    }

    @Test
    void saying_something_gives_the_requester_no_decision() {
        Actor self = people.person(Role.STEWARD, home);
        UUID own = road.ask(asking(CustomerMother.customer()), self);
        talk.comment(own, null, "Please", self);
        assertThatThrownBy(() -> road.approve(own, null, List.of(), self)).isInstanceOf(FourEyes.class);
    }

    @Test
    void comments_of_others_on_fields_are_what_is_to_be_mended_until_the_next_round() {
        talk.comment(request, "phone", "Not theirs", steward);
        talk.comment(request, "name", "As on the licence?", requester);
        talk.comment(request, null, "Otherwise fine", steward);
        assertThat(seen(steward).open()).containsExactly("phone");
        road.sendBack(request, "see comments", List.of("phone"), steward);
        road.submit(request, requester);
        assertThat(seen(steward).open()).isEmpty();
        assertThat(refused(() -> talk.comment(request, "ghost", "x", steward))
                        .findings()
                        .get(0)
                        .pointer())
                .isEqualTo("/field");
        for (String bad : List.of(" ", "x".repeat(2001), "\uD800")) {
            assertThat(refused(() -> talk.comment(request, null, bad, steward)).reason())
                    .isEqualTo(TalkRefused.Reason.INVALID);
        }
        talk.comment(request, null, "a\0b\r\nc", steward);
        assertThat(seen(steward).comments()).last().extracting("text").isEqualTo("ab\nc");
    }

    @Test
    void the_course_of_a_request_is_told_to_those_whom_it_concerns() {
        assertThat(told(steward)).containsExactly("waits");
        assertThat(told(requester)).isEmpty();
        Actor elsewhere = people.person(Role.STEWARD, Office.SOUTH);
        road.sendBack(request, "mend", List.of("phone"), steward);
        assertThat(told(requester)).containsExactly("returned");
        assertThat(notices.unread(List.of(steward.login())).getOrDefault(steward.login(), 0))
                .as("what no longer waits is new to nobody")
                .isZero();
        road.submit(request, requester);
        assertThat(told(steward)).containsExactly("waits", "waits");
        road.approve(request, null, List.of(), steward);
        assertThat(told(requester)).containsExactly("applied", "returned");
        assertThat(told(elsewhere)).isEmpty();
    }

    @Test
    void nobody_is_told_of_what_was_rolled_back() {
        assertThatThrownBy(() -> road.approve(request, null, List.of(), people.person(Role.FINANCE, home)))
                .isInstanceOf(RuntimeException.class);
        assertThat(told(requester)).isEmpty();
    }

    @Test
    void who_watches_hears_and_who_said_no_does_not() {
        Actor watcher = people.person(Role.REQUESTER, home);
        talk.watch(request, true, watcher);
        talk.watch(request, false, requester);
        talk.comment(request, null, "Anything", steward);
        assertThat(told(watcher)).containsExactly("commented");
        assertThat(told(requester)).isEmpty();
        talk.comment(request, null, "@" + requester.login(), steward);
        assertThat(told(requester)).containsExactly("mentioned");
        assertThat(seen(requester).watching()).isFalse();
        Actor stranger = people.person(Role.STEWARD, Office.SOUTH);
        assertThat(refused(() -> talk.watch(request, true, stranger)).reason()).isEqualTo(TalkRefused.Reason.NOT_FOUND);
    }

    @Test
    void who_watches_a_record_hears_of_its_changes() {
        road.approve(request, null, List.of(), steward);
        String code = office.codeOf(request);
        Actor watcher = people.person(Role.REQUESTER, home);
        talk.watchRecord("customers", code, true, watcher);
        request = road.ask(AskMother.update(code, 1, CustomerMother.fields("phone", "021-55550199")), requester);
        road.approve(request, null, List.of(), steward);
        assertThat(told(watcher)).containsExactly("changed");
        Actor stranger = people.person(Role.STEWARD, Office.SOUTH);
        assertThat(refused(() -> talk.watchRecord("customers", code, true, stranger))
                        .reason())
                .isEqualTo(TalkRefused.Reason.NOT_FOUND);
    }

    @Test
    void a_request_is_urged_by_who_asked_once_in_four_hours() {
        assertThat(talk.urge(request, requester)).isPositive();
        assertThat(told(steward)).contains("urged");
        assertThat(told(requester)).isEmpty();
        TalkRefused again = refused(() -> talk.urge(request, requester));
        assertThat(again.reason()).isEqualTo(TalkRefused.Reason.TOO_SOON);
        assertThat(again.until()).isNotNull();
        assertThat(refused(() -> talk.urge(request, steward)).reason()).isEqualTo(TalkRefused.Reason.NOT_REQUESTER);
        assertThat(seen(steward).urges()).hasSize(1);
        road.approve(request, null, List.of(), steward);
        assertThat(refused(() -> talk.urge(request, requester)).reason()).isEqualTo(TalkRefused.Reason.STATE);
    }

    @Test
    void two_urges_at_once_are_one() {
        List<Together.Result<Integer>> both = Together.run(
                List.<Callable<Integer>>of(() -> talk.urge(request, requester), () -> talk.urge(request, requester)));
        assertThat(both.stream().filter(one -> one.failure() == null)).hasSize(1);
        assertThat(seen(requester).urges()).hasSize(1);
    }

    @Test
    void what_was_said_cannot_be_unsaid_and_stands_in_the_history() {
        UUID comment = talk.comment(request, null, "Said", steward);
        assertThatThrownBy(() -> jdbc.sql("update request_comment set text = 'x' where id = ?")
                        .param(comment)
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThat(jdbc.sql("select count(*) from request_comment_aud where id = ?")
                        .param(comment)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
