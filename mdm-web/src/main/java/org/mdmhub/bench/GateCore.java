package org.mdmhub.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Scope;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.QualityGate;
import org.mdmhub.quality.rule.RuleBook;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordScan;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The domain of the hub without its face, in this process, on the database of a running hub. */
final class GateCore implements AutoCloseable {

    private static final String TYPE = "customers";
    private static final int RECORDS = 500;
    private static final int WARM_UP = 10_000;
    private static final int ROUNDS = 10_000;

    private final ConfigurableApplicationContext context;
    private final List<Subject> subjects = new ArrayList<>();

    /** No bean of the hub's own: it is found by nobody but the bench. */
    @EnableAutoConfiguration
    @EntityScan("org.mdmhub")
    @ComponentScan({
        "org.mdmhub.organisation",
        "org.mdmhub.record",
        "org.mdmhub.history",
        "org.mdmhub.setting",
        "org.mdmhub.reference",
        "org.mdmhub.quality",
        "org.mdmhub.customer",
        "org.mdmhub.product"
    })
    static final class Domain {}

    private record Subject(Occasion occasion, FieldValues values) {}

    /**
     * How long the gate takes for a record, in microseconds.
     *
     * @param settings of that, looking whether rules have changed: one query a transaction
     */
    record Times(String what, int rules, double p50, double p95, double p99, double settings, double findings) {}

    GateCore(String database) {
        context = new SpringApplicationBuilder(Domain.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "mdm.database.url=" + database,
                        "mdm.database.user=mdm_owner",
                        "mdm.database.password=",
                        "db-scheduler.enabled=false",
                        "spring.main.banner-mode=off",
                        "spring.jpa.open-in-view=false",
                        "logging.level.root=warn")
                .run();
        inTransaction(this::read);
    }

    private void read() {
        RecordScan scan = context.getBean(RecordScan.class);
        MasterTypes types = context.getBean(MasterTypes.class);
        Map<Integer, String> units = context.getBean(Organisations.class).codes();
        for (MasterRecord record : scan.records(TYPE, 0, RECORDS)) {
            subjects.add(new Subject(
                    new Occasion(TYPE, units.get(record.orgUnitId()), record.id()), types.values(TYPE, record)));
        }
    }

    private void inTransaction(Runnable work) {
        var transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        transactions.setReadOnly(true);
        Scope.system("bench", () -> transactions.executeWithoutResult(status -> work.run()));
    }

    /** Each record by itself, in a transaction of its own as every request is. */
    Times measure(String what) {
        QualityGate gate = context.getBean(QualityGate.class);
        RuleBook book = context.getBean(RuleBook.class);
        double[] whole = new double[ROUNDS];
        double[] settings = new double[ROUNDS];
        long[] findings = new long[1];
        int[] rules = new int[1];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            int now = round;
            Subject subject = subjects.get(Math.floorMod(round, subjects.size()));
            inTransaction(() -> {
                long begin = System.nanoTime();
                rules[0] = book.all().size();
                long known = System.nanoTime();
                int found = gate.check(subject.occasion(), subject.values(), Map.of())
                        .findings()
                        .size();
                long end = System.nanoTime();
                if (now >= 0) {
                    whole[now] = (end - begin) / 1e3;
                    settings[now] = (known - begin) / 1e3;
                    findings[0] += found;
                }
            });
        }
        Arrays.sort(whole);
        Arrays.sort(settings);
        return new Times(
                what,
                rules[0],
                at(whole, 0.5),
                at(whole, 0.95),
                at(whole, 0.99),
                at(settings, 0.5),
                (double) findings[0] / ROUNDS);
    }

    private static double at(double[] sorted, double share) {
        return Math.round(10 * sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))]) / 10.0;
    }

    @Override
    public void close() {
        context.close();
    }
}
