package org.mdmhub.matching;

import java.util.Map;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.job.Work;
import org.mdmhub.organisation.Scope;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** After an update that finds things by other keys, makes those of what is there already anew, some at a time. */
@Component
class KeyWork implements Work {

    private static final String KIND = "MATCH_KEYS";
    private static final int BATCH = 300;

    private final MatchSubjects subjects;
    private final Matching matching;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    KeyWork(MatchSubjects subjects, Matching matching, Jobs jobs, PlatformTransactionManager manager) {
        this.subjects = subjects;
        this.matching = matching;
        this.jobs = jobs;
        this.transactions = new TransactionTemplate(manager);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @EventListener(ApplicationReadyEvent.class)
    void askWhereNeeded() {
        Scope.system("match", () -> {
            if (subjects.countOld() > 0) {
                jobs.ask(KIND, "all", Map.of(), "system");
            }
        });
    }

    @Override
    public void step(Job job) {
        Scope.system(
                "match",
                () -> transactions.executeWithoutResult(status -> {
                    long total = job.total() == 0 ? subjects.countOld() : job.total();
                    int done = matching.rekey(BATCH);
                    if (!jobs.note(job, new Step(total, job.done() + done, 0, 0, 0, done == 0))) {
                        status.setRollbackOnly();
                    }
                }));
    }
}
