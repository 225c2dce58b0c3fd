package org.mdmhub.mass;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.job.Work;
import org.mdmhub.notice.Notice;
import org.mdmhub.notice.Notices;
import org.mdmhub.organisation.Scope;
import org.mdmhub.road.MassRoad;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does a decided mass change, a record a transaction. What became of a record is noted in the transaction that wrote it:
 * whoever takes the work up after a crash goes on with the records that nothing is noted of.
 */
@Component
class MassWork implements Work {

    static final String KIND = "MASS";

    private static final int BATCH = 10;

    private final MassStore store;
    private final MassRoad road;
    private final Jobs jobs;
    private final Notices notices;
    private final TransactionTemplate transactions;

    MassWork(MassStore store, MassRoad road, Jobs jobs, Notices notices, PlatformTransactionManager manager) {
        this.store = store;
        this.road = road;
        this.jobs = jobs;
        this.notices = notices;
        this.transactions = new TransactionTemplate(manager);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void step(Job job) {
        String key = job.subject();
        MassChange change = store.find(key).orElseThrow();
        UUID task = Objects.requireNonNull(change.request());
        List<MassChange.Item> items = store.planned(key, job.lastId(), BATCH);
        long last = job.lastId();
        for (MassChange.Item item : items) {
            last = item.position();
            road.carry(
                    task,
                    new MassRoad.Part(change.type(), item.record(), item.version(), item.fields()),
                    outcome -> note(key, item, outcome));
        }
        long at = last;
        Scope.system("mass", () -> transactions.executeWithoutResult(status -> note(job, change, items.isEmpty(), at)));
    }

    /** Another node may have done it meanwhile; then this one's write is taken back. */
    private void note(String key, MassChange.Item item, MassRoad.Outcome outcome) {
        if (!store.note(key, item.position(), outcome)) {
            throw new IllegalStateException("record " + item.position() + " of " + key + " was done by another node");
        }
    }

    private void note(Job job, MassChange change, boolean ended, long last) {
        Map<String, Integer> counts = store.counts(change.key());
        int left = counts.getOrDefault("PLANNED", 0);
        int gone = counts.getOrDefault("APPLIED", 0) + counts.getOrDefault("SCHEDULED", 0);
        if (jobs.note(job, new Step(change.total(), change.total() - left, gone, last, 0, ended)) && ended) {
            store.finished(change.key());
            notices.tell(new Notice(
                    "massDone",
                    Set.of(change.createdBy()),
                    change.request(),
                    List.of(String.valueOf(gone), String.valueOf(change.total())),
                    "massDone:" + change.key()));
        }
    }

    @Override
    public void abandoned(Job job) {
        Scope.system("mass", () -> transactions.executeWithoutResult(status -> store.finished(job.subject())));
    }
}
