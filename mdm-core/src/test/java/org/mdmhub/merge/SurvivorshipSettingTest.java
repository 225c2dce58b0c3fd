package org.mdmhub.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.FourEyes;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules on which value wins take the road of every setting: asked for by one lead, approved by another. */
@HubTest
class SurvivorshipSettingTest {

    @Autowired
    Road road;

    @Autowired
    SurvivorshipBook book;

    @Autowired
    Survivorship survivorship;

    @Autowired
    Office office;

    @AfterEach
    void asShippedAgain() {
        if (entry().version() > 0 && !entry().rules().equals(ShippedRules.usual())) {
            UUID id = road.ask(
                    Ask.setting(
                            SurvivorshipBook.TYPE,
                            ChangeKind.RETIRE,
                            "products",
                            entry().version(),
                            Map.of(),
                            "a test ends"),
                    office.lead());
            road.approve(id, null, List.of(), office.lead());
        }
    }

    private SurvivorshipBook.Entry entry() {
        return office.seeingAll(() -> book.of("products"));
    }

    private UUID asked(Map<String, @Nullable Object> content, Actor actor) {
        int version = entry().version();
        return road.ask(
                Ask.setting(
                        SurvivorshipBook.TYPE,
                        version == 0 ? ChangeKind.CREATE : ChangeKind.UPDATE,
                        "products",
                        version == 0 ? null : version,
                        content,
                        "a test"),
                actor);
    }

    @Test
    void what_is_shipped_holds_until_another_lead_has_approved_something_else() {
        assertThat(entry().rules()).isEqualTo(ShippedRules.usual());
        Map<String, @Nullable Object> content = new LinkedHashMap<>(entry().content());
        content.put("fields", List.of(Map.of("field", "name", "rules", List.of("longest"))));
        Actor lead = office.lead();
        UUID id = asked(content, lead);

        assertThat(entry().rules().fields()).isEmpty();
        assertThat(catchThrowableOfType(FourEyes.class, () -> road.approve(id, null, List.of(), lead)))
                .isNotNull();
        assertThat(road.approve(id, null, List.of(), office.lead())).isEqualTo(ChangeStatus.APPLIED);

        assertThat(entry().rules().rules("name")).containsExactly(Rule.LONGEST);
        List<Claim> claims = List.of(new Claim(-1, "P1", "螺栓", null, null), new Claim(-2, "P2", "六角螺栓", null, null));
        Survivorship.Winner winner = office.seeingAll(() -> survivorship.choose("products", "name", claims));
        assertThat(winner.claim().code()).isEqualTo("P2");
        assertThat(winner.rule()).isEqualTo("longest");
    }

    @Test
    void what_does_not_fit_is_pointed_at_and_refused() {
        Map<String, @Nullable Object> content = new LinkedHashMap<>(entry().content());
        content.put(
                "fields",
                List.of(
                        Map.of("field", "nowhere", "rules", List.of("longest")),
                        Map.of("field", "units", "rules", List.of("newest"))));
        content.put("sources", List.of(Map.of("source", "hub", "trust", 1), Map.of("source", "none", "trust", 0.5)));

        Refused refused = catchThrowableOfType(Refused.class, () -> asked(content, office.lead()));

        assertThat(refused.findings())
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/fields/fields/0/field", "ruleField"),
                        org.assertj.core.groups.Tuple.tuple("/fields/fields/1/field", "survivorshipList"),
                        org.assertj.core.groups.Tuple.tuple("/fields/sources/1/source", "survivorshipSource"));
        assertThat(catchThrowableOfType(
                                Refused.class,
                                () -> road.ask(
                                        Ask.setting(
                                                SurvivorshipBook.TYPE,
                                                ChangeKind.CREATE,
                                                "suppliers",
                                                null,
                                                new LinkedHashMap<>(entry().content()),
                                                "a test"),
                                        office.lead()))
                        .findings())
                .extracting(Finding::pointer)
                .containsExactly("/code");
    }
}
