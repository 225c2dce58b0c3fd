package org.mdmhub.job;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that ends only when it is given up. A bean of every hub under test, for any of them may take it up. */
@Component
class Endless implements Work {

    private final Jobs jobs;
    private final TransactionTemplate transactions;

    Endless(Jobs jobs, PlatformTransactionManager manager) {
        this.jobs = jobs;
        this.transactions = new TransactionTemplate(manager);
    }

    @Override
    public String kind() {
        return "ENDLESS";
    }

    @Override
    public void step(Job job) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        transactions.executeWithoutResult(status -> jobs.note(job, new Step(0, job.done() + 1, 0, 0, 0, false)));
    }
}
