package org.mdmhub.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.ActorMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.FieldValues;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.FourEyes;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;

/** Schemes of an organisation of its own each, asked for and approved down the road. */
class SchemesTest extends SchemeTest {

    @Test
    void a_scheme_holds_from_the_approval_by_another_lead_on() {
        UUID request = ask(ChangeKind.CREATE, null, plain(4));

        assertThat(schemes.newest(key())).isEmpty();
        assertThatThrownBy(() -> road.approve(request, null, List.of(), lead)).isInstanceOf(FourEyes.class);
        road.approve(request, null, List.of(), lead2);

        assertThat(created(Map.of())).isEqualTo(mark + "-0001");
        assertThat(created(Map.of())).isEqualTo(mark + "-0002");
        assertThat(codes.check("customers", mark + "0002").valid()).isTrue();
    }

    @Test
    void only_leads_of_the_whole_group_ask_for_schemes() {
        Actor local = ActorMother.actor(Role.LEAD, office.unit(Office.EAST));

        for (Actor nobody : List.of(office.steward(), office.requester(), local)) {
            assertThatThrownBy(() -> road.ask(setting(ChangeKind.CREATE, null, plain(4)), nobody))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.NOT_DEFINER));
        }
    }

    @Test
    void a_new_version_that_counts_alike_goes_on_with_the_counter_and_another_begins_anew() {
        define(null, plain(4));
        assertThat(created(Map.of())).isEqualTo(mark + "-0001");
        Map<String, Object> renamed = new HashMap<>(plain(4));
        renamed.put("segments", List.of(literal(mark + "N"), sequence(4, List.of())));
        define(1, renamed);
        assertThat(created(Map.of())).isEqualTo(mark + "N0002");
        define(2, plain(5));
        assertThat(created(Map.of())).isEqualTo(mark + "-00001");
        define(3, plain(4));

        assertThat(created(Map.of())).as("the first counter goes on").isEqualTo(mark + "-0003");
        assertThat(codes.check("customers", mark + "N0002").valid()).isTrue();
        assertThat(office.record(mark + "N0002").code()).isEqualTo(mark + "N0002");
        assertThat(unexplained()).isZero();
    }

    @Test
    void a_version_of_a_later_day_does_not_hold_yet() {
        define(null, plain(4));
        Map<String, Object> later = new HashMap<>(plain(6));
        later.put("activeFrom", Instant.now().plusSeconds(86_400).toString());
        define(1, later);

        assertThat(created(Map.of())).isEqualTo(mark + "-0001");
        assertThat(schemes.newest(key()).orElseThrow().version()).isEqualTo(2);
        assertThat(schemes.inForce(key(), Instant.now()).orElseThrow().version())
                .isEqualTo(1);
        assertThat(schemes.inForce(key(), Instant.now().plusSeconds(90_000))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void a_retired_scheme_makes_no_more_codes_and_that_of_the_type_does() {
        define(null, plain(4));
        created(Map.of());
        UUID request = ask(ChangeKind.RETIRE, 1, Map.of());
        road.approve(request, null, List.of(), lead2);

        assertThat(created(Map.of())).matches("C\\d{9}");
        assertThat(codes.check("customers", mark + "-0001").valid()).isTrue();
        assertThatThrownBy(() -> road.ask(
                        Ask.setting("coding-schemes", ChangeKind.RETIRE, "customers", 1, Map.of(), "no codes"), lead))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_scheme_that_could_make_the_codes_of_another_is_refused() {
        Map<String, Object> content = Map.of("segments", List.of(literal("C"), sequence(9, List.of())));

        assertThatThrownBy(() -> ask(ChangeKind.CREATE, null, content))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.findings().get(0).code()).isEqualTo("schemeMeets"));
    }

    @Test
    void a_simulation_tells_what_comes_next_and_what_it_would_pass_over() {
        define(null, plain(4));
        created(Map.of());

        Simulations.Outcome outcome =
                simulations.of(key(), FieldValues.of(plain(4)), "", simulations.sample(key(), List.of()));
        assertThat(outcome.nextCodes()).containsExactly(mark + "-0002", mark + "-0003", mark + "-0004");
        assertThat(outcome.capacityLeft()).isEqualTo(9998);
        assertThat(outcome.collisions()).isEmpty();
        Map<String, Object> anew = Map.of("segments", List.of(literal(mark + "0"), sequence(3, List.of())));
        Simulations.Outcome other =
                simulations.of(key(), FieldValues.of(anew), "", simulations.sample(key(), List.of()));
        assertThat(other.collisions())
                .containsExactly(new Simulations.Collision(mark + "-0001", Simulations.With.LEDGER));
        assertThat(other.nextCodes().get(0)).isEqualTo(mark + "0002");
    }
}
