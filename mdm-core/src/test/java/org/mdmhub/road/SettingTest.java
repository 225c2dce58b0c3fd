package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldChange;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.FourEyes;
import org.mdmhub.request.NotYourStep;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.beans.factory.annotation.Autowired;

/** What is laid down for everybody takes the same road as a master: asked for by one lead, approved by another. */
@HubTest
class SettingTest {

    @Autowired
    Road road;

    @Autowired
    RequestReader requests;

    @Autowired
    Settings settings;

    @Autowired
    Office office;

    private final String key = "h-" + UUID.randomUUID();

    @Test
    void nothing_holds_before_another_lead_has_approved_it() {
        Actor asker = office.lead();
        UUID id = asked(ChangeKind.CREATE, null, Map.of("name", "quiet", "from", 22), asker);

        assertThat(settings.find(HouseRule.TYPE, key)).isEmpty();
        assertThatThrownBy(() -> road.approve(id, null, List.of(), asker)).isInstanceOf(FourEyes.class);
        assertThatThrownBy(() -> road.approve(id, null, List.of(), office.steward()))
                .isInstanceOfAny(NotYourStep.class, Refused.class);
        assertThat(road.approve(id, null, List.of(), office.lead())).isEqualTo(ChangeStatus.APPLIED);

        Setting laid = settings.find(HouseRule.TYPE, key).orElseThrow();
        assertThat(laid.version()).isEqualTo(1);
        assertThat(laid.content()).containsEntry("name", "quiet").containsEntry("from", BigDecimal.valueOf(22));
    }

    @Test
    void only_a_lead_of_the_whole_group_asks() {
        Refused refused = refused(() -> asked(ChangeKind.CREATE, null, Map.of("name", "quiet"), office.steward()));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.NOT_DEFINER);
    }

    @Test
    void what_is_wrong_is_told_by_the_kind_of_setting_and_stored_nowhere() {
        Refused refused = refused(() -> asked(ChangeKind.CREATE, null, Map.of("from", 22), office.lead()));

        assertThat(refused.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.pointer()).isEqualTo("/fields/name"));
    }

    @Test
    void a_change_holds_only_what_differs_and_shows_it() {
        laid(Map.of("name", "quiet", "from", 22));
        Actor lead = office.lead();
        UUID id = asked(ChangeKind.UPDATE, 1, Map.of("name", "quiet", "from", 23), lead);

        RequestReader.Detail detail = requests.detail(id, lead);
        assertThat(detail.changes())
                .containsExactly(new FieldChange("from", BigDecimal.valueOf(22), BigDecimal.valueOf(23)));
        assertThat(detail.line().code()).isEqualTo(key);
        assertThat(detail.line().name()).isEqualTo("quiet");
        assertThat(refused(() -> asked(ChangeKind.UPDATE, 1, Map.of("name", "quiet"), lead))
                        .reason())
                .isEqualTo(Refused.Reason.NO_CHANGE);
    }

    @Test
    void two_changes_of_the_same_version_do_not_both_hold() {
        laid(Map.of("name", "quiet"));
        UUID first = asked(ChangeKind.UPDATE, 1, Map.of("name", "silent"), office.lead());
        UUID second = asked(ChangeKind.UPDATE, 1, Map.of("from", 6), office.lead());

        assertThat(road.approve(first, null, List.of(), office.lead())).isEqualTo(ChangeStatus.APPLIED);
        assertThat(road.approve(second, null, List.of(), office.lead())).isEqualTo(ChangeStatus.CONFLICT);
        assertThat(settings.find(HouseRule.TYPE, key).orElseThrow().content()).containsOnlyKeys("name");
    }

    @Test
    void what_is_retired_no_longer_holds_and_counts_on_when_it_is_laid_down_again() {
        laid(Map.of("name", "quiet"));
        approved(asked(ChangeKind.RETIRE, 1, Map.of(), office.lead()));
        assertThat(settings.find(HouseRule.TYPE, key)).isEmpty();

        laid(Map.of("name", "quiet again"));

        assertThat(settings.find(HouseRule.TYPE, key).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void the_stamp_changes_with_each_approval_so_that_no_node_misses_one() {
        laid(Map.of("name", "quiet"));
        long before = settings.stamp(HouseRule.TYPE);

        approved(asked(ChangeKind.UPDATE, 1, Map.of("name", "silent"), office.lead()));

        assertThat(settings.stamp(HouseRule.TYPE)).isNotEqualTo(before);
    }

    private void laid(Map<String, @Nullable Object> fields) {
        approved(asked(ChangeKind.CREATE, null, fields, office.lead()));
    }

    private void approved(UUID id) {
        assertThat(road.approve(id, null, List.of(), office.lead())).isEqualTo(ChangeStatus.APPLIED);
    }

    private UUID asked(ChangeKind kind, @Nullable Integer base, Map<String, @Nullable Object> fields, Actor asker) {
        return road.ask(Ask.setting(HouseRule.TYPE, kind, key, base, fields, "house"), asker);
    }

    private static Refused refused(Runnable deed) {
        try {
            deed.run();
        } catch (Refused e) {
            return e;
        }
        throw new AssertionError("it was not refused");
    }
}
