package org.mdmhub.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.mdmhub.HubTest;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.mother.ActorMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.Together;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.FieldValues;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.FourEyes;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.mdmhub.source.ForeignKeys;
import org.springframework.beans.factory.annotation.Autowired;

/** Schemes of an organisation of its own each, asked for and approved down the road, and the codes that they make. */
@HubTest
class SchemesTest {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    Organisations organisations;

    @Autowired
    Codes codes;

    @Autowired
    Schemes schemes;

    @Autowired
    Simulations simulations;

    @Autowired
    Gaps gaps;

    @Autowired
    ForeignKeys keys;

    private Actor lead;
    private Actor lead2;
    private String mark;
    private String unit;

    @BeforeEach
    void an_organisation_of_ones_own() {
        String letters = Long.toString(NameMother.number() % 46_656, 36).toUpperCase(Locale.ROOT);
        mark = "K" + "0".repeat(3 - letters.length()) + letters;
        unit = "K-" + mark;
        ChangeReason.setUp("a test needs it").during(() -> {
            organisations.add(new OrgUnit(unit, unit, unit, organisations.top()));
        });
        lead = ActorMother.actor(Role.LEAD, office.allUnits());
        lead2 = ActorMother.actor(Role.LEAD, office.allUnits());
    }

    private SchemeKey key() {
        return new SchemeKey("customers", "", unit);
    }

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
    void each_scope_has_a_counter_of_its_own_and_a_moved_record_keeps_its_code() {
        define(null, byGroup("GAPLESS"));

        String site = created(Map.of("accountGroup", "SITE"));
        String branch = created(Map.of("accountGroup", "BRANCH"));
        assertThat(site).isEqualTo(mark + "S0001");
        assertThat(branch).isEqualTo(mark + "B0001");
        assertThat(created(Map.of("accountGroup", "SITE"))).isEqualTo(mark + "S0002");
        UUID move = road.ask(
                Ask.update("customers", site, 1, new HashMap<>(Map.of("accountGroup", "BRANCH")), "it is one"), lead);
        road.approve(move, null, List.of(), lead2);
        assertThat(office.record(site).code()).isEqualTo(site);
        assertThat(unexplained()).isZero();
    }

    @Test
    void a_record_for_which_a_segment_has_no_text_is_told_so_when_it_is_asked_for() {
        define(null, byGroup("GAPLESS"));

        assertThatThrownBy(() -> asked(Map.of("accountGroup", "INTERNAL"), null))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.findings()).anySatisfy(finding -> {
                            assertThat(finding.pointer()).isEqualTo("/fields/accountGroup");
                            assertThat(finding.code()).isEqualTo("codeSegment");
                        }));
    }

    @Test
    void reserved_numbers_are_left_out_and_explained() {
        Map<String, Object> content = new HashMap<>(plain(4));
        content.put("reserved", List.of(Map.of("from", 2, "to", 6, "why", "old price lists")));
        define(null, content);

        assertThat(created(Map.of())).isEqualTo(mark + "-0001");
        assertThat(created(Map.of())).isEqualTo(mark + "-0007");
        assertThat(counter().gaps()).containsExactly(new Gaps.Gap(2, 6, Gaps.Reason.RESERVED, "old price lists"));
        assertThat(codes.reserved("customers", mark + "0003")).hasValue("old price lists");
    }

    @Test
    void a_code_that_a_target_uses_for_another_record_is_spoilt_and_explained() {
        String other = office.customer();
        define(null, plain(4));
        long id = office.id(other);
        office.seeingAll(() -> {
            keys.add("crm", "customers", (mark + " 0001").toLowerCase(Locale.ROOT), id, Instant.now());
            return true;
        });

        assertThat(created(Map.of())).isEqualTo(mark + "-0002");
        IssuedCode spoilt = codes.find("customers", mark + "-0001").orElseThrow();
        assertThat(spoilt.state()).isEqualTo(IssuedCode.State.VOID);
        assertThat(spoilt.why()).contains("in use by crm");
        assertThat(counter().gaps()).extracting(Gaps.Gap::reason).containsExactly(Gaps.Reason.VOID);
    }

    @Test
    void the_keys_of_an_adopted_system_become_codes_and_others_get_one_of_the_scheme() {
        Map<String, Object> content = new HashMap<>(plain(4));
        content.put("adopt", Map.of("system", "erp"));
        define(null, content);

        String key = "E" + mark;
        assertThat(approved(asked(Map.of(), new Ask.Source("erp", key)))).isEqualTo(key);
        assertThat(codes.find("customers", key).orElseThrow().origin()).isEqualTo(IssuedCode.Origin.ADOPTED);
        assertThat(codes.check("customers", key).valid()).isTrue();
        assertThat(approved(asked(Map.of(), new Ask.Source("crm", "X" + mark)))).isEqualTo(mark + "-0001");
        assertThat(created(Map.of())).isEqualTo(mark + "-0002");
        refusesKey(key.toLowerCase(Locale.ROOT), "codeAdoptable");
        refusesKey("E-" + mark, "codeTaken");
        refusesKey(mark + "-0009", "codeOfScheme");
        refusesKey("X" + mark, "codeInUse");
        refusesKey("E".repeat(31), "codeAdoptable");
    }

    private void refusesKey(String key, String code) {
        assertThatThrownBy(() -> asked(Map.of(), new Ask.Source("erp", key)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.findings())
                                .extracting(finding -> finding.pointer() + " " + finding.code())
                                .containsExactly("/source/key " + code));
    }

    @Test
    @ResourceLock("many threads")
    void parallel_approvals_over_scopes_leave_no_gap_whether_gapless_or_fast() {
        for (String issuing : List.of("GAPLESS", "FAST")) {
            define(issuing.equals("FAST") ? 1 : null, byGroup(issuing));
            List<Callable<ChangeStatus>> approvals = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                UUID id = asked(Map.of("accountGroup", i % 2 == 0 ? "SITE" : "BRANCH"), null);
                approvals.add(() -> road.approve(id, null, List.of(), lead2));
            }

            assertThat(Together.run(approvals))
                    .extracting(Together.Result::value)
                    .containsOnly(ChangeStatus.APPLIED);
            assertThat(unexplained()).isZero();
        }
        List<Gaps.Gap> open = gaps.of("customers").stream()
                .filter(counter -> counter.scheme().equals(key().toString()))
                .flatMap(counter -> counter.gaps().stream())
                .toList();
        assertThat(open).extracting(Gaps.Gap::reason).containsOnly(Gaps.Reason.BLOCK);
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

    private void define(@Nullable Integer base, Map<String, Object> content) {
        UUID request = ask(base == null ? ChangeKind.CREATE : ChangeKind.UPDATE, base, content);
        assertThat(road.approve(request, null, List.of(), lead2)).isEqualTo(ChangeStatus.APPLIED);
    }

    private UUID ask(ChangeKind kind, @Nullable Integer base, Map<String, Object> content) {
        return road.ask(setting(kind, base, content), lead);
    }

    private Ask setting(ChangeKind kind, @Nullable Integer base, Map<String, Object> content) {
        return Ask.setting("coding-schemes", kind, key().toString(), base, new HashMap<>(content), "a test wants it");
    }

    private Map<String, Object> plain(int length) {
        return Map.of("segments", List.of(literal(mark + "-"), sequence(length, List.of())));
    }

    private Map<String, Object> byGroup(String issuing) {
        Map<String, Object> groups = Map.of("SITE", "S", "BRANCH", "B", "LEGAL_ENTITY", "L");
        return Map.of(
                "issuing",
                issuing,
                "segments",
                List.of(
                        literal(mark),
                        Map.of("kind", "FIELD", "field", "accountGroup", "map", groups),
                        sequence(4, List.of("accountGroup"))));
    }

    private static Map<String, Object> literal(String value) {
        return Map.of("kind", "LITERAL", "value", value);
    }

    private static Map<String, Object> sequence(int length, List<String> scope) {
        return Map.of("kind", "SEQUENCE", "length", length, "scope", scope);
    }

    private UUID asked(Map<String, Object> more, Ask.@Nullable Source source) {
        Map<String, @Nullable Object> fields = new HashMap<>(customer());
        fields.putAll(more);
        return road.ask(
                new Ask(
                        "customers",
                        ChangeKind.CREATE,
                        null,
                        null,
                        unit,
                        fields,
                        null,
                        "NEW_BUSINESS",
                        "a new customer",
                        null,
                        source,
                        true),
                lead);
    }

    private String created(Map<String, Object> more) {
        return approved(asked(more, null));
    }

    private String approved(UUID request) {
        assertThat(road.approve(request, null, List.of(), lead2)).isEqualTo(ChangeStatus.APPLIED);
        return office.codeOf(request);
    }

    private Gaps.Counter counter() {
        return gaps.of("customers").stream()
                .filter(counter -> counter.scheme().equals(key().toString()))
                .findFirst()
                .orElseThrow();
    }

    private long unexplained() {
        return gaps.of("customers").stream()
                .filter(counter -> counter.scheme().equals(key().toString()))
                .mapToLong(Gaps.Counter::unexplained)
                .sum();
    }
}
