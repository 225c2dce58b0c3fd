package org.mdmhub.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.DueTimes;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;

/** Calendars are laid down by approved requests and hold for an organisation and all below it. */
@HubTest
class CalendarsTest {

    @Autowired
    Calendars calendars;

    @Autowired
    DueTimes times;

    @Autowired
    Organisations organisations;

    @Autowired
    Road road;

    @Autowired
    Office office;

    private final String key = "c-" + UUID.randomUUID();

    @AfterEach
    void nothingIsLeft() {
        if (calendars.find(key).isPresent()) {
            approved(Ask.setting(Calendars.TYPE, ChangeKind.RETIRE, key, 1, Map.of(), "test"));
        }
    }

    @Test
    void an_organisation_keeps_the_nearest_calendar_above_it() {
        int south = organisations.find(Office.SOUTH).orElseThrow().id();
        assertThat(calendars.of(south).key()).isEqualTo(WorkingCalendar.STANDARD);

        approved(create(content(List.of("22:00-24:00"), List.of(Office.SOUTH))));

        assertThat(calendars.of(south).key()).isEqualTo(key);
        Instant monday = Instant.parse("2026-11-23T00:00:00Z");
        assertThat(times.due(south, monday, Duration.ofHours(1))).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(calendars.of(organisations.top().id()).key()).isEqualTo(WorkingCalendar.STANDARD);
        assertThatThrownBy(() -> ask(Ask.setting(
                        Calendars.TYPE,
                        ChangeKind.CREATE,
                        key + "-two",
                        null,
                        content(List.of("08:00-12:00"), List.of(Office.SOUTH)),
                        "test")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void what_is_wrong_with_a_calendar_is_told_at_its_entry() {
        Map<String, @Nullable Object> bad = content(List.of("12:00-09:00"), List.of("NOWHERE"));
        bad.put("zone", "Mars/Olympus");
        bad.put("weekdays", List.of("SOMEDAY"));
        bad.put("exceptions", List.of(Map.of("date", "2027-02-30", "working", true)));
        assertThatThrownBy(() -> ask(create(bad)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting("pointer")
                                .contains(
                                        "/fields/zone",
                                        "/fields/hours",
                                        "/fields/weekdays",
                                        "/fields/exceptions",
                                        "/fields/orgUnits"));
    }

    @Test
    void a_day_of_its_own_comes_before_the_published_one() {
        Map<String, @Nullable Object> content = content(List.of("09:00-17:00"), List.of());
        content.put("published", "CN");
        content.put("exceptions", List.of(Map.of("date", "2026-10-01", "working", true, "name", "stocktaking")));
        approved(create(content));

        WorkingCalendar laid = calendars.find(key).orElseThrow();
        assertThat(laid.worksOn(java.time.LocalDate.parse("2026-10-01"))).isTrue();
        assertThat(laid.worksOn(java.time.LocalDate.parse("2026-10-02"))).isFalse();
    }

    private static Map<String, @Nullable Object> content(List<String> hours, List<String> units) {
        return fields(
                "name",
                "Nights",
                "nameZh",
                "夜班",
                "zone",
                "UTC",
                "weekdays",
                List.of("MONDAY", "TUESDAY"),
                "hours",
                hours,
                "orgUnits",
                units);
    }

    private Ask create(Map<String, @Nullable Object> content) {
        return Ask.setting(Calendars.TYPE, ChangeKind.CREATE, key, null, content, "test");
    }

    private UUID ask(Ask ask) {
        return road.ask(ask, office.lead());
    }

    private void approved(Ask ask) {
        road.approve(ask(ask), null, List.of(), office.lead());
    }
}
