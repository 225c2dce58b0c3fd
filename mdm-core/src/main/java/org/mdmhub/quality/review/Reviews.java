package org.mdmhub.quality.review;

import java.util.Map;
import java.util.Optional;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.record.MasterTypes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for reviews of all records, and tells how the last one stands. */
@Component
public class Reviews {

    static final String KIND = "REVIEW";

    private final MasterTypes types;
    private final Jobs jobs;

    Reviews(MasterTypes types, Jobs jobs) {
        this.types = types;
        this.jobs = jobs;
    }

    /** Asks for a review of every kind of master that is not being reviewed already. */
    @Transactional
    public void ask(String login) {
        jobs.prune();
        for (String type : types.keys()) {
            boolean open = last(type).filter(job -> job.state().open()).isPresent();
            if (!open) {
                jobs.ask(KIND, type, Map.of(), login);
            }
        }
    }

    /** The last review of a kind of master. */
    @Transactional(readOnly = true)
    public Optional<Job> last(String type) {
        return jobs.last(KIND, type);
    }
}
