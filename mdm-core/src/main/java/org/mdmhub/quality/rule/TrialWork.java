package org.mdmhub.quality.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.job.Work;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Scope;
import org.mdmhub.quality.Occasion;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.RecordScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries a rule on all living records that its asker may see. What must be unique is compared with all records there are,
 * which takes a second pass, in the database.
 */
@Component
class TrialWork implements Work {

    static final String KIND = "TRIAL";
    static final String RULE = "rule";
    static final String UNITS = "units";
    /** So many failing records are kept by name. */
    static final int KEPT = 10_000;

    private static final int BATCH = 2000;

    private final RuleCompiler compiler;
    private final SettingRules rules;
    private final UniqueFill fill;
    private final UniqueValues values;
    private final RecordScan scan;
    private final Jobs jobs;
    private final Organisations organisations;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    TrialWork(
            RuleCompiler compiler,
            SettingRules rules,
            UniqueFill fill,
            UniqueValues values,
            RecordScan scan,
            Jobs jobs,
            Organisations organisations,
            JdbcClient jdbc,
            PlatformTransactionManager manager) {
        this.compiler = compiler;
        this.rules = rules;
        this.fill = fill;
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
        Runnable batch = () -> transactions.executeWithoutResult(status -> {
            CompiledRule rule = rule(job);
            Step step = !rule.unique() ? look(job, rule) : job.stage() == 0 ? gather(job, rule) : compare(job);
            if (!jobs.note(job, step)) {
                status.setRollbackOnly();
            }
        });
        if (job.stage() == 0
                && job.content().get(RULE) instanceof Map<?, ?> content
                && Check.UNIQUE.name().equals(content.get("check"))) {
            Scope.system("rules", batch);
        } else {
            asAsker(job, batch);
        }
    }

    @Override
    public void abandoned(Job job) {
        values.forget(mark(job));
    }

    private static void asAsker(Job job, Runnable work) {
        List<?> units = job.content().get(UNITS) instanceof List<?> list ? list : List.of();
        Scope.of(units.stream().map(unit -> ((Number) unit).intValue()).toList(), () -> {
            work.run();
            return true;
        });
    }

    private CompiledRule rule(Job job) {
        List<Finding> wrong = new ArrayList<>();
        Rule rule = RuleContent.read(job.subject(), Trials.content(job), wrong);
        CompiledRule compiled = rule == null ? null : compiler.compile(rule, wrong);
        if (compiled == null) {
            throw new IllegalStateException("the rule no longer fits: " + wrong);
        }
        return compiled;
    }

    private Step look(Job job, CompiledRule rule) {
        String type = rule.rule().type();
        long total = job.total() == 0 ? scan.count(type) : job.total();
        List<RecordScan.Row> batch = scan.batch(type, rule.reads(), job.lastId(), BATCH);
        Map<Integer, String> units = organisations.codes();
        List<Long> failing = batch.stream()
                .filter(row -> !kept(rule, row, units.get(row.orgUnitId())))
                .map(RecordScan.Row::id)
                .toList();
        keep(job, failing);
        boolean ended = batch.size() < BATCH;
        long last = batch.isEmpty() ? job.lastId() : batch.get(batch.size() - 1).id();
        return new Step(total, job.done() + batch.size(), job.found() + failing.size(), last, 0, ended);
    }

    private boolean kept(CompiledRule rule, RecordScan.Row row, @org.jspecify.annotations.Nullable String unit) {
        Occasion occasion = new Occasion(rule.rule().type(), unit, row.id());
        FieldValues now = row.values();
        return rule.keptBy(rules.subject(occasion, now, now));
    }

    private void keep(Job job, List<Long> failing) {
        if (!failing.isEmpty() && job.found() < KEPT) {
            Long[] first = failing.stream().limit(KEPT - job.found()).toArray(Long[]::new);
            jdbc.sql("insert into job_record (job_id, record_id) select ?, r from unnest(?::bigint[]) r")
                    .params(job.id(), first)
                    .update();
        }
    }

    private Step gather(Job job, CompiledRule rule) {
        String type = rule.rule().type();
        long total = job.total() == 0 ? scan.count(type) : job.total();
        List<RecordScan.Row> batch = scan.batch(type, rule.reads(), job.lastId(), BATCH);
        if (!batch.isEmpty()) {
            long last = batch.get(batch.size() - 1).id();
            values.replace(mark(job), job.lastId(), last, fill.alone(rule, batch, organisations.codes()));
            return new Step(total, job.done() + batch.size(), 0, last, 0, false);
        }
        return new Step(total, job.done(), 0, job.lastId(), 1, false);
    }

    private Step compare(Job job) {
        long found = values.sharing(mark(job), job.id(), KEPT);
        long total = scan.count(String.valueOf(Trials.content(job).text("type")));
        values.forget(mark(job));
        return new Step(total, total, found, job.lastId(), 1, true);
    }

    private static String mark(Job job) {
        return "trial:" + job.id();
    }
}
