package org.mdmhub.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.mdmhub.web.PageToken.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.bulk.Bulk;
import org.mdmhub.bulk.Bulks;
import org.mdmhub.document.Documents;
import org.mdmhub.listing.Given;
import org.mdmhub.listing.ListColumns;
import org.mdmhub.listing.Lists;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.PaperMother;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Verdict;
import org.mdmhub.road.Ask;
import org.mdmhub.road.MergePreviews;
import org.mdmhub.road.MergeWish;
import org.mdmhub.road.Road;
import org.mdmhub.web.People;
import org.mdmhub.web.TestTargets;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Every screen for every role: who lacks the right is refused, what is hidden is not there, and text stays text. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryScreenTest {

    private final MockMvc mvc;
    private final Office office;
    private final People people;
    private final TestTargets targets;
    private final Bulks allBulks;
    private final Map<Role, Actor> east = new EnumMap<>(Role.class);
    private final Documents documents;
    private final Road road;
    private final MergePreviews previews;
    private String somebody = "";
    private String paper = "";
    private String code = "";
    private String request = "";
    private String target = "";
    private String delivery = "";
    private String merge = "";
    private final Map<String, String> bulks = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();

    @Autowired
    EveryScreenTest(
            WebApplicationContext context,
            Office office,
            People people,
            TestTargets targets,
            Documents documents,
            Road road,
            MergePreviews previews,
            Bulks allBulks) {
        this.previews = previews;
        this.documents = documents;
        this.road = road;
        this.allBulks = allBulks;
        this.mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        this.office = office;
        this.people = people;
        this.targets = targets;
    }

    @BeforeAll
    void somethingToLookAt(@Autowired Lists given) {
        for (Role role : Role.values()) {
            east.put(role, people.person(role, Office.EAST));
        }
        east.values().forEach(who -> give(who, given));
        target = targets.shadow("<img src=x onerror=alert(7)>");
        somebody = people.person(Role.AUDITOR, Office.EAST).login();
        UUID asked = office.asked(Hostile.customer());
        office.approved(asked);
        code = office.codeOf(asked);
        delivery = targets.lane(target, code).id().toString();
        Actor asker = java.util.Objects.requireNonNull(east.get(Role.REQUESTER));
        paper = documents.keep(PaperMother.png(), "x.png", asker.login()).sha256();
        var papers = java.util.List.of(java.util.Map.<String, Object>of("kind", "OTHER", "sha256", paper));
        road.ask(AskMother.update(code, 1, new java.util.HashMap<>(java.util.Map.of("documents", papers))), asker);
        request = office.askedUpdate(code, Hostile.otherCustomer()).toString();
        merge = merged().toString();
        // of a version that nobody has, so that nothing is decided
        var item = new Bulk.Item(UUID.fromString(request), Integer.MAX_VALUE);
        east.values()
                .forEach(who -> bulks.put(
                        who.login(),
                        allBulks.ask(Verdict.APPROVE, List.of(item), "<b>", who).toString()));
    }

    private void give(Actor who, Lists given) {
        byte[] file = ("name\n" + Hostile.customer().get("name")).getBytes(StandardCharsets.UTF_8);
        var columns = new ListColumns(Map.of("name", "name"), Map.of());
        lists.put(
                who.login(),
                given.give(new Given("customers", "<b>.csv", who.login(), null), file, columns)
                        .toString());
    }

    /** Two hostile customers that have become one. */
    private UUID merged() {
        UUID first = office.asked(Hostile.customer());
        UUID second = office.asked(Hostile.customer());
        office.approved(first);
        office.approved(second);
        MergeChoice choice = MergeChoice.of(office.codeOf(first), List.of(office.codeOf(second)));
        Actor asker = office.steward();
        String hash = previews.of("customers", choice, asker).plan().hash();
        UUID asked =
                road.ask(Ask.merge("customers", ChangeKind.MERGE, MergeWish.merge(choice, hash), "the same"), asker);
        if (office.status(asked) == ChangeStatus.IN_REVIEW) {
            road.approve(asked, null, List.of(), office.lead());
        }
        assertThat(office.status(asked)).isEqualTo(ChangeStatus.APPLIED);
        return asked;
    }

    @AfterAll
    void nothingMoreIsOwed() {
        targets.off(target);
    }

    @TestFactory
    Stream<DynamicTest> who_lacks_the_right_is_refused_and_who_has_it_is_not() {
        return Routes.SCREENS.stream()
                .flatMap(route -> Stream.of(Role.values())
                        .map(role -> dynamicTest(route + " as " + role, () -> {
                            int status = call(route, actor(role), true).getStatus();
                            if (!actor(role).may(route.right())) {
                                assertThat(status).isEqualTo(403);
                            } else if (route.method() == HttpMethod.GET) {
                                assertThat(status).isIn(200, 302);
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> who_is_not_logged_in_is_led_to_the_login() {
        return Routes.SCREENS.stream()
                .map(route -> dynamicTest(
                        route.toString(),
                        () -> assertThat(mvc.perform(to(route).with(csrf()))
                                        .andReturn()
                                        .getResponse()
                                        .getRedirectedUrl())
                                .endsWith("/login")));
    }

    @TestFactory
    Stream<DynamicTest> a_form_without_its_token_is_refused() {
        return Routes.SCREENS.stream()
                .filter(route -> route.method() != HttpMethod.GET)
                .map(route -> dynamicTest(
                        route.toString(),
                        () -> assertThat(call(route, actor(Role.LEAD), false).getStatus())
                                .isEqualTo(403)));
    }

    @TestFactory
    Stream<DynamicTest> whatever_was_typed_into_a_field_stays_text_on_every_screen() {
        return Routes.SCREENS.stream()
                .filter(route -> route.method() == HttpMethod.GET)
                .flatMap(route -> Stream.of(Role.LEAD, Role.ADMIN, Role.INTEGRATOR)
                        .filter(role -> actor(role).may(route.right()))
                        .map(role -> dynamicTest(
                                route + " as " + role,
                                () -> assertThat(Hostile.alive(page(call(route, actor(role), true))))
                                        .isEmpty())));
    }

    /** What a browser would read as a page; a file it keeps or shows as text. */
    private static String page(MockHttpServletResponse answer) throws Exception {
        return String.valueOf(answer.getContentType()).startsWith("text/html")
                ? answer.getContentAsString(StandardCharsets.UTF_8)
                : "";
    }

    @Test
    void the_hostile_text_is_there_to_be_read() throws Exception {
        var page =
                new Routes.Route(HttpMethod.GET, "/records/{type}/{code}", org.mdmhub.organisation.Right.READ_MASTERS);
        assertThat(call(page, actor(Role.LEAD), true).getContentAsString(StandardCharsets.UTF_8))
                .contains("&lt;img src=x");
    }

    @TestFactory
    Stream<DynamicTest> what_belongs_to_another_organisation_is_not_there() {
        Actor stranger = people.person(Role.STEWARD, Office.SOUTH);
        return Routes.SCREENS.stream()
                .filter(route -> stranger.may(route.right()))
                .filter(route -> route.pattern().matches(".*\\{(code|id|merge)}.*"))
                .map(route -> dynamicTest(
                        route.toString(),
                        () -> assertThat(call(route, stranger, true).getStatus())
                                .isEqualTo(404)));
    }

    private Actor actor(Role role) {
        return java.util.Objects.requireNonNull(east.get(role));
    }

    private MockHttpServletResponse call(Routes.Route route, Actor who, boolean withToken) throws Exception {
        Routes.Route his = new Routes.Route(
                route.method(),
                route.pattern()
                        .replace("{bulk}", bulks.getOrDefault(who.login(), request))
                        // looked at only: it is to be there for the next one too
                        .replace(
                                "{list}",
                                route.method() == HttpMethod.GET ? lists.getOrDefault(who.login(), request) : request),
                route.right());
        var call = to(his).with(user(who.login()));
        return mvc.perform(withToken ? call.with(csrf()) : call).andReturn().getResponse();
    }

    private MockHttpServletRequestBuilder to(Routes.Route route) {
        return request(route.method(), java.net.URI.create(path(route.pattern())));
    }

    /** A pattern with something real in its holes; a new kind of hole is to be added here. */
    private String path(String pattern) {
        String path = pattern.replace("{type}", "customers")
                .replace("{code}", code)
                .replace("{page}", "first")
                .replace("{sha256}", paper)
                .replace("{name}", target)
                .replace("{field}", "name")
                .replace("{verb}", "check")
                .replace("{table}", "countries")
                .replace("{target}", target)
                .replaceAll("\\{(?:deed|family):(\\w+)[^}]*}", "$1")
                .replace("{login}", somebody)
                .replace("{role}", "AUDITOR")
                .replace("{organisation}", Office.EAST)
                .replace("{mark}", "none")
                .replace("{bulk}", request)
                .replace("{merge}", merge)
                .replace("{notice}", request)
                .replace("{channel}", "new")
                .replace("{list}", request)
                .replace("{id}", pattern.startsWith("/deliveries") ? delivery : request);
        assertThat(path).as("something to look at under %s", pattern).doesNotContain("{");
        return path;
    }
}
