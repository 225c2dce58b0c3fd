package org.mdmhub.quality.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.job.Work;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Scope;
import org.mdmhub.quality.Occasion;
import org.mdmhub.record.RecordScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes of the records that were there before a rule what it wants to be unique. It begins once every transaction that
 * was open when the rule was approved has ended: those did not know the rule, all later ones keep their values themselves.
 */
@Component
class UniqueFill implements Work {

    static final String KIND = "FILL";

    private static final int BATCH = 2000;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final int LOOKS = 400;

    private final RuleBook book;
    private final SettingRules rules;
    private final UniqueValues values;
    private final RecordScan scan;
    private final Jobs jobs;
    private final Organisations organisations;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    UniqueFill(
            RuleBook book,
            SettingRules rules,
            UniqueValues values,
            RecordScan scan,
            Jobs jobs,
            Organisations organisations,
            JdbcClient jdbc,
            PlatformTransactionManager manager) {
        this.book = book;
        this.rules = rules;
        this.values = values;
        this.scan = scan;
        this.jobs = jobs;
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(manager);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void step(Job job) {
        if (job.lastId() == 0) {
            awaitThoseWhoDoNotKnow();
        }
        Scope.system(
                "rules",
                () -> transactions.executeWithoutResult(status -> {
                    CompiledRule rule = unique(job.subject());
                    if (rule == null) {
                        values.forgetOthers(job.subject(), null);
                        jobs.note(job, new Step(0, 0, 0, 0, 0, true));
                        return;
                    }
                    Step step = fill(job, rule);
                    if (!jobs.note(job, step)) {
                        status.setRollbackOnly();
                    }
                }));
    }

    private @Nullable CompiledRule unique(String key) {
        return book.find(key)
                .filter(RuleBook.Entry::speaks)
                .map(RuleBook.Entry::compiled)
                .filter(CompiledRule::unique)
                .orElse(null);
    }

    private Step fill(Job job, CompiledRule rule) {
        String mark = UniqueValues.mark(rule.rule());
        long total = job.total() == 0 ? scan.count(rule.rule().type()) : job.total();
        scan.hold(rule.rule().type(), job.lastId(), BATCH);
        List<RecordScan.Row> batch = scan.batch(rule.rule().type(), rule.reads(), job.lastId(), BATCH);
        if (batch.isEmpty()) {
            values.forgetOthers(job.subject(), mark);
            return new Step(total, job.done(), 0, job.lastId(), 0, true);
        }
        long last = batch.get(batch.size() - 1).id();
        values.replace(mark, job.lastId(), last, alone(rule, batch, organisations.codes()));
        return new Step(total, job.done() + batch.size(), 0, last, 0, false);
    }

    /** What must be unique, of those of the records that have it. */
    Map<Long, String> alone(CompiledRule rule, List<RecordScan.Row> batch, Map<Integer, String> units) {
        Map<Long, String> alone = new LinkedHashMap<>();
        for (RecordScan.Row row : batch) {
            Occasion occasion = new Occasion(rule.rule().type(), units.get(row.orgUnitId()), row.id());
            String value = rule.alone(rules.subject(occasion, row.values(), row.values()));
            if (value != null) {
                alone.put(row.id(), value);
            }
        }
        return alone;
    }

    /** Whoever approves locks his request before he reads the rules, so that he has a number by then. */
    private void awaitThoseWhoDoNotKnow() {
        String next = jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text")
                .query(String.class)
                .single();
        for (int look = 0; look < LOOKS && someAreOpenBefore(next); look++) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean someAreOpenBefore(String transaction) {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot()) < ?::xid8")
                .param(transaction)
                .query(Boolean.class)
                .single();
    }
}
