package org.mdmhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.Step;

/** What comes of a set of policies does not depend on the order in which they stand. */
class PolicyOrderTest {

    private static final List<Role> ROLES = List.of(Role.STEWARD, Role.LEAD, Role.FINANCE, Role.SALES_MANAGER);

    @RepeatedTest(200)
    void steps_do_not_depend_on_the_order_of_the_policies(RepetitionInfo repetition) {
        Random random = new Random(20261122L + repetition.getCurrentRepetition());
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < random.nextInt(8); i++) {
            answers.add(answer("p" + i, random));
        }
        List<Step> steps = PolicyAnswers.steps(answers);

        Collections.shuffle(answers, random);

        assertThat(PolicyAnswers.steps(answers)).as("seed %s", repetition).isEqualTo(steps);
        Set<Object> seats = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            assertThat(step.step()).isEqualTo(i + 1);
            assertThat(seats.add(List.of(step.stage(), step.roles(), step.people())))
                    .as("equal seats are one")
                    .isTrue();
            assertThat(i == 0 || steps.get(i - 1).stage() <= step.stage()).isTrue();
        }
    }

    private static Answer answer(String key, Random random) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            steps.add(step(random));
        }
        boolean met = random.nextInt(4) > 0;
        return new Answer(PolicyMother.policy(key, "steps", steps), met, met, List.of());
    }

    private static Map<String, Object> step(Random random) {
        List<String> roles = new ArrayList<>();
        ROLES.stream().filter(role -> random.nextInt(3) == 0).forEach(role -> roles.add(role.name()));
        List<String> people = roles.isEmpty() ? List.of("b", "a").subList(0, 1 + random.nextInt(2)) : List.of();
        Collections.shuffle(roles, random);
        return Map.of(
                "stage",
                1 + random.nextInt(2),
                "roles",
                roles,
                "people",
                people,
                "needed",
                roles.isEmpty() ? random.nextInt(people.size() + 1) : 1 + random.nextInt(3),
                "dueHours",
                1 + random.nextInt(9));
    }

    @Test
    void an_equal_seat_wants_the_more_people_and_the_sooner_day() {
        Requirement two = new Requirement(1, List.of(Role.LEAD), List.of(), 2, null, List.of());
        Requirement soon = new Requirement(1, List.of(Role.LEAD), List.of(), 1, 4, List.of(Role.STEWARD));

        assertThat(two.and(soon))
                .isEqualTo(new Requirement(1, List.of(Role.LEAD), List.of(), 2, 4, List.of(Role.STEWARD)));
        assertThat(soon.and(two)).isEqualTo(two.and(soon));
    }
}
