package org.mdmhub.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Long work takes turns. */
@HubTest
class TurnsTest {

    @Autowired
    private Jobs jobs;

    @Test
    void one_that_never_ends_keeps_no_other_from_its_turn() {
        UUID one = jobs.ask("ENDLESS", "one", Map.of(), "lead");
        UUID other = jobs.ask("ENDLESS", "other", Map.of(), "lead");
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(turns(one) > 1 && turns(other) > 1)
                            .as("both were taken up more than once")
                            .isTrue());
        } finally {
            jobs.cancel(one);
            jobs.cancel(other);
        }
    }

    private long turns(UUID job) {
        return jobs.find(job).orElseThrow().epoch();
    }
}
