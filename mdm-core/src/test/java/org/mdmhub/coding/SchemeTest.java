package org.mdmhub.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.mdmhub.HubTest;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.mother.ActorMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.mdmhub.source.ForeignKeys;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of schemes have in common: an organisation of their own, two leads, schemes and customers asked for and approved. */
@HubTest
abstract class SchemeTest {

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

    Actor lead;
    Actor lead2;
    String mark;
    String unit;

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

    void define(@Nullable Integer base, Map<String, Object> content) {
        UUID request = ask(base == null ? ChangeKind.CREATE : ChangeKind.UPDATE, base, content);
        assertThat(road.approve(request, null, List.of(), lead2)).isEqualTo(ChangeStatus.APPLIED);
    }

    UUID ask(ChangeKind kind, @Nullable Integer base, Map<String, Object> content) {
        return road.ask(setting(kind, base, content), lead);
    }

    Ask setting(ChangeKind kind, @Nullable Integer base, Map<String, Object> content) {
        return Ask.setting("coding-schemes", kind, key().toString(), base, new HashMap<>(content), "a test wants it");
    }

    Map<String, Object> plain(int length) {
        return Map.of("segments", List.of(literal(mark + "-"), sequence(length, List.of())));
    }

    Map<String, Object> byGroup(String issuing) {
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

    static Map<String, Object> literal(String value) {
        return Map.of("kind", "LITERAL", "value", value);
    }

    static Map<String, Object> sequence(int length, List<String> scope) {
        return Map.of("kind", "SEQUENCE", "length", length, "scope", scope);
    }

    UUID asked(Map<String, Object> more, Ask.@Nullable Source source) {
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

    String created(Map<String, Object> more) {
        return approved(asked(more, null));
    }

    String approved(UUID request) {
        assertThat(road.approve(request, null, List.of(), lead2)).isEqualTo(ChangeStatus.APPLIED);
        return office.codeOf(request);
    }

    Gaps.Counter counter() {
        return gaps.of("customers").stream()
                .filter(counter -> counter.scheme().equals(key().toString()))
                .findFirst()
                .orElseThrow();
    }

    long unexplained() {
        return gaps.of("customers").stream()
                .filter(counter -> counter.scheme().equals(key().toString()))
                .mapToLong(Gaps.Counter::unexplained)
                .sum();
    }

    SchemeKey key() {
        return new SchemeKey("customers", "", unit);
    }
}
