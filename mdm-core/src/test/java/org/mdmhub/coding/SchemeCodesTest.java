package org.mdmhub.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.mdmhub.mother.Together;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;

/** The codes that schemes make: each number once, and each that is left out explained. */
class SchemeCodesTest extends SchemeTest {

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
}
