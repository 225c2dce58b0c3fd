package org.mdmhub.quality.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.job.Work;
import org.mdmhub.organisation.Scope;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at all records of a kind: what is found about each, and how well each field is filled. */
@Component
class ReviewWork implements Work {

    private static final int BATCH = 200;

    private final MasterTypes types;
    private final RecordScan scan;
    private final Looking looking;
    private final FindingStore store;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ReviewWork(
            MasterTypes types,
            RecordScan scan,
            Looking looking,
            FindingStore store,
            Jobs jobs,
            JdbcClient jdbc,
            PlatformTransactionManager manager) {
        this.types = types;
        this.scan = scan;
        this.looking = looking;
        this.store = store;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(manager);
    }

    @Override
    public String kind() {
        return Reviews.KIND;
    }

    @Override
    public void step(Job job) {
        Scope.system(
                "review",
                () -> transactions.executeWithoutResult(status -> {
                    if (!jobs.note(job, batch(job))) {
                        status.setRollbackOnly();
                    }
                }));
    }

    private Step batch(Job job) {
        String type = job.subject();
        long total = job.total() == 0 ? scan.count(type) : job.total();
        scan.hold(type, job.lastId(), BATCH);
        List<MasterRecord> records = scan.records(type, job.lastId(), BATCH);
        if (records.isEmpty()) {
            store.countToday(type);
            jdbc.sql("delete from field_quality where type = ? and job_id <> ?")
                    .params(type, job.id())
                    .update();
            return new Step(total, job.done(), job.found(), job.lastId(), 0, true);
        }
        long last = records.get(records.size() - 1).id();
        List<Looking.Seen> seen =
                records.stream().map(record -> looking.seen(type, record)).toList();
        Map<Long, String> authors =
                store.lastAuthors(records.stream().map(MasterRecord::id).toList());
        store.replace(
                type,
                job.lastId(),
                last,
                seen.stream()
                        .map(one -> one.about(authors.get(one.record().id()), looking.unit(one.record())))
                        .toList());
        count(job, type, seen);
        long bad = seen.stream().filter(one -> !one.findings().isEmpty()).count();
        return new Step(total, job.done() + records.size(), job.found() + bad, last, 0, false);
    }

    /** Filled and sound values of one field in one organisation. */
    private static final class Tally {
        private long records;
        private long filled;
        private long sound;
    }

    private record Place(int orgUnit, String field) {}

    private void count(Job job, String type, List<Looking.Seen> seen) {
        Map<Place, Tally> tallies = new HashMap<>();
        List<Field<MasterRecord>> fields = types.fields(type);
        for (Looking.Seen one : seen) {
            for (Field<MasterRecord> field : fields) {
                Tally tally =
                        tallies.computeIfAbsent(new Place(one.record().orgUnitId(), field.key()), place -> new Tally());
                String pointer = "/fields/" + field.key();
                boolean filled = one.values().get(field.key()) != null;
                boolean doubtful = filled
                        && one.findings().stream()
                                .anyMatch(finding -> finding.pointer().equals(pointer)
                                        || finding.pointer().startsWith(pointer + "/"));
                tally.records++;
                tally.filled += filled ? 1 : 0;
                tally.sound += filled && !doubtful ? 1 : 0;
            }
        }
        add(job, type, tallies);
    }

    private void add(Job job, String type, Map<Place, Tally> tallies) {
        List<Map.Entry<Place, Tally>> rows = List.copyOf(tallies.entrySet());
        jdbc.sql(
                        "insert into field_quality (job_id, type, org_unit_id, field, records, filled, sound)"
                                + " select ?, ?, o, f, r, i, s from unnest(?::int[], ?::text[], ?::bigint[], ?::bigint[],"
                                + " ?::bigint[]) q(o, f, r, i, s) on conflict (job_id, org_unit_id, field) do update"
                                + " set records = field_quality.records + excluded.records,"
                                + " filled = field_quality.filled + excluded.filled, sound = field_quality.sound + excluded.sound")
                .params(
                        job.id(),
                        type,
                        rows.stream().map(row -> row.getKey().orgUnit()).toArray(Integer[]::new),
                        rows.stream().map(row -> row.getKey().field()).toArray(String[]::new),
                        rows.stream().map(row -> row.getValue().records).toArray(Long[]::new),
                        rows.stream().map(row -> row.getValue().filled).toArray(Long[]::new),
                        rows.stream().map(row -> row.getValue().sound).toArray(Long[]::new))
                .update();
    }
}
