package org.mdmhub.matching;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.job.Work;
import org.mdmhub.organisation.Scope;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks among all present records for pairs that may be the same, by the same look-up as for a single one, record by record,
 * then scores what another model had scored; goes on where it was after a stop. Needed after a change of the weights or of the
 * keys.
 */
@Component
public class DuplicateScan implements Work {

    private static final String KIND = "DUPLICATES";
    private static final String ALL = "all";
    private static final String PAIRS = "pairs";
    private static final int BATCH = 40;

    private final MatchSubjects subjects;
    private final Matching matching;
    private final DuplicatePairs pairs;
    private final OldPairs old;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    DuplicateScan(
            MatchSubjects subjects,
            Matching matching,
            DuplicatePairs pairs,
            OldPairs old,
            Jobs jobs,
            PlatformTransactionManager manager) {
        this.subjects = subjects;
        this.matching = matching;
        this.pairs = pairs;
        this.old = old;
        this.jobs = jobs;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Asks for it where it is not at it already; the number of the work. */
    public UUID ask(String who) {
        return last().filter(job -> job.state().open())
                .map(Job::id)
                .orElseGet(() -> jobs.ask(KIND, ALL, Map.of(), who));
    }

    /** After an update that weighs otherwise, the open pairs are scored anew; no record is looked at. */
    @EventListener(ApplicationReadyEvent.class)
    void scoreWhereNeeded() {
        Scope.system(
                "match",
                () -> transactions.executeWithoutResult(status -> {
                    if (old.any() && last().filter(job -> job.state().open()).isEmpty()) {
                        jobs.ask(KIND, ALL, Map.of(PAIRS, true), "system");
                    }
                }));
    }

    /** Begins again from the first record, for others were looked at under other weights. */
    @Transactional
    public void again(String who) {
        jobs.cancel(KIND, ALL);
        jobs.ask(KIND, ALL, Map.of(), who);
    }

    /** The last time it was asked for, however it stands. */
    public Optional<Job> last() {
        return jobs.last(KIND, ALL);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void step(Job job) {
        Scope.system(
                "match",
                () -> transactions.executeWithoutResult(status -> {
                    if (!jobs.note(job, job.stage() == 0 ? scan(job) : rescore(job))) {
                        status.setRollbackOnly();
                    }
                }));
    }

    private Step scan(Job job) {
        if (job.content().containsKey(PAIRS)) {
            return new Step(0, 0, 0, 0, 1, false);
        }
        long total = job.total() == 0 ? subjects.countRecords() : job.total();
        List<MatchSubjects.Present> batch = subjects.records(job.lastId(), BATCH);
        long found = job.found();
        for (MatchSubjects.Present one : batch) {
            List<Candidate> candidates = matching.candidates(one.type(), one.compared(), Owner.record(one.record()));
            pairs.note(one.type(), one.record(), candidates, Instant.now());
            found += candidates.stream()
                    .filter(candidate -> candidate.owner().recordId() != null)
                    .count();
        }
        long last = batch.isEmpty() ? job.lastId() : batch.get(batch.size() - 1).record();
        return new Step(total, job.done() + batch.size(), found, last, batch.isEmpty() ? 1 : 0, false);
    }

    private Step rescore(Job job) {
        boolean ended = old.rescore(BATCH) == 0;
        return new Step(job.total(), job.done(), job.found(), job.lastId(), job.stage(), ended);
    }
}
