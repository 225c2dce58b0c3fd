package org.mdmhub.listing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.job.Work;
import org.mdmhub.matching.Among;
import org.mdmhub.matching.Candidate;
import org.mdmhub.matching.Matching;
import org.mdmhub.organisation.Scope;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.QualityGate;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares a list: its rows one by one with the hub, as somebody would who types them; then all of them with each other. */
@Component
class ListWork implements Work {

    static final String KIND = "LIST";
    static final String CHOICES = "choices";

    private static final int BATCH = 20;
    private static final int TOGETHER = 1;

    private final ListTable table;
    private final Matching matching;
    private final Among among;
    private final QualityGate gate;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    ListWork(
            ListTable table,
            Matching matching,
            Among among,
            QualityGate gate,
            Jobs jobs,
            PlatformTransactionManager manager) {
        this.table = table;
        this.matching = matching;
        this.among = among;
        this.gate = gate;
        this.jobs = jobs;
        this.transactions = new TransactionTemplate(manager);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void step(Job job) {
        GivenList list = list(UUID.fromString(job.subject()));
        if (list == null || !list.isRunning()) {
            jobs.cancel(job.id());
        } else if (job.stage() == TOGETHER) {
            together(job, list);
        } else {
            inScope(job, () -> read(job, list));
        }
    }

    private @Nullable GivenList list(UUID id) {
        Optional<GivenList> found =
                Scope.system("match", () -> Objects.requireNonNull(transactions.execute(status -> table.find(id))));
        return found.orElse(null);
    }

    /** What a batch comes to, null where the list was given up meanwhile. */
    private interface Batch {
        @Nullable
        Step done();
    }

    private void inScope(Job job, Batch batch) {
        Scope.system(
                "match",
                () -> transactions.executeWithoutResult(status -> {
                    Step step = batch.done();
                    if (step == null || !jobs.note(job, step)) {
                        status.setRollbackOnly();
                    }
                }));
    }

    private @Nullable Step read(Job job, GivenList list) {
        List<ListRow> batch = table.rows(list.id(), (int) job.lastId(), BATCH);
        Map<String, Integer> counts = new HashMap<>();
        for (ListRow row : batch) {
            counts.merge(look(job, list, row), 1, Integer::sum);
        }
        boolean counted = table.count(
                list.id(),
                batch.size(),
                counts.getOrDefault("MATCH", 0),
                counts.getOrDefault("POSSIBLE", 0),
                counts.getOrDefault("NONE", 0),
                counts.getOrDefault("UNREAD", 0));
        if (!counted) {
            return null;
        }
        boolean all = batch.size() < BATCH;
        long last = batch.isEmpty() ? job.lastId() : batch.get(batch.size() - 1).line();
        return new Step(list.rows(), job.done() + batch.size(), 0, last, all ? TOGETHER : 0, false);
    }

    @SuppressWarnings("unchecked")
    private String look(Job job, GivenList list, ListRow row) {
        var choices = (Map<String, Map<String, String>>) job.content().getOrDefault(CHOICES, Map.of());
        FieldValues values = gate.check(
                        Occasion.of(list.type()),
                        FieldValues.none(),
                        ListColumns.values(list.fields(), row.cells(), choices))
                .after();
        String outcome = "UNREAD";
        Candidate best = null;
        if (among.isCompared(list.type(), values)) {
            List<Candidate> found = matching.candidates(list.type(), values, null);
            best = found.isEmpty() ? null : found.get(0);
            outcome = best == null ? "NONE" : best.outcome().name();
        }
        table.found(list.id(), row.line(), values, outcome, best);
        return outcome;
    }

    /** In one go; whoever goes on after a stop begins it anew. */
    private void together(Job job, GivenList list) {
        Map<Integer, Integer> found = Scope.system("match", () -> groups(list));
        Step end = new Step(list.rows(), job.done(), found.size(), job.lastId(), TOGETHER, true);
        inScope(job, () -> table.done(list.id(), found) ? end : null);
    }

    /** Line to the number of its group, of those that do not stand alone. */
    private Map<Integer, Integer> groups(GivenList list) {
        List<ListTable.Compared> rows =
                Objects.requireNonNull(transactions.execute(status -> table.compared(list.id())));
        List<Among.Same> pairs = among.pairs(
                list.type(), rows.stream().map(ListTable.Compared::values).toList());
        int[] roots = Among.groups(rows.size(), pairs);
        int[] sizes = new int[rows.size()];
        for (int root : roots) {
            sizes[root]++;
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        Map<Integer, Integer> groups = new LinkedHashMap<>();
        for (int at = 0; at < roots.length; at++) {
            if (sizes[roots[at]] > 1) {
                Integer number = numbers.computeIfAbsent(roots[at], root -> numbers.size() + 1);
                groups.put(rows.get(at).line(), number);
            }
        }
        return groups;
    }

    @Override
    public void abandoned(Job job) {
        boolean cancelled = job.state() == Job.State.CANCELLED;
        Scope.system(
                "match",
                () -> transactions.executeWithoutResult(status -> table.end(
                        UUID.fromString(job.subject()),
                        cancelled ? GivenList.State.CANCELLED : GivenList.State.FAILED)));
    }
}
