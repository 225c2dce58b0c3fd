package org.mdmhub.web.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Verdict;
import org.mdmhub.road.Road;
import org.mdmhub.road.Ruling;
import org.mdmhub.sync.delivery.Lane;
import org.mdmhub.web.TestTargets;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What one person decides on one request is held back for as long as a target says; what many are decided at once is not. */
@WebTest
class HoldTest {

    private static final int MINUTE = 60;

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    TestTargets targets;

    @Test
    void a_decision_by_hand_is_held_back_and_one_of_many_is_not() {
        String target = targets.holding(MINUTE);
        try {
            Lane held = targets.lane(target, office.customer());
            assertThat(held.state()).isEqualTo(Lane.State.HELD);
            assertThat(held.notBefore()).isAfter(Instant.now().plusSeconds(MINUTE / 2));

            UUID request = office.asked(CustomerMother.customer());
            int version = office.request(request).version();
            assertThat(road.decide(new Ruling(request, version, Verdict.APPROVE, null, status -> {}), office.steward()))
                    .isEqualTo(ChangeStatus.APPLIED);
            assertThat(targets.lane(target, office.codeOf(request)).state()).isNotEqualTo(Lane.State.HELD);
        } finally {
            targets.off(target);
        }
    }
}
