package org.mdmhub.sync.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mdmhub.merge.MergeEffect;
import org.mdmhub.organisation.Scope;
import org.mdmhub.sync.merge.TargetQuestions.Answer;
import org.mdmhub.sync.merge.TargetQuestions.Question;
import org.mdmhub.sync.target.Connector;
import org.mdmhub.sync.target.Reports;
import org.mdmhub.sync.target.Reports.Line;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a merge sets off in the targets. Counts inside the caller's transaction, asks the targets outside of any. */
@Component
class MergeInTargets implements MergeEffect {

    // who is known never to have been held there is not told there
    private static final String DELIVERIES = """
            with recursive gone (id) as (
                select unnest(:others::bigint[])
                union select r.id from record r join gone g on r.survivor_id = g.id),
            named (id) as (select x.record_id from record_reference x join gone g on x.other_id = g.id)
            select count(*) from (
                select :survivor::bigint as id
                union select l.record_id from lane l where l.target = :target
                    and l.record_id in (select id from gone union select id from named)
                    and not (l.state = 'DELIVERED' and l.delivered_version = 0 and l.target_key is null)) told
            """;

    private static final String KEYS =
            "select count(*) from foreign_key where system = :target and record_id = any (:others::bigint[])";

    private static final String HELD = """
            select r.id, r.code from record r where r.id = any (:members::bigint[])
              and (exists (select from lane l where l.target = :target and l.record_id = r.id
                        and (l.delivered_version > 0 or l.target_key is not null))
                or exists (select from foreign_key f where f.system = :target and f.record_id = r.id))
            order by r.code
            """;

    private final JdbcClient jdbc;
    private final Targets targets;
    private final Map<String, Reports> reporting;
    private final TargetQuestions targetQuestions;
    private final TransactionTemplate reading;

    MergeInTargets(
            JdbcClient jdbc,
            Targets targets,
            List<Connector> connectors,
            TargetQuestions targetQuestions,
            PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.reporting = connectors.stream()
                .filter(Reports.class::isInstance)
                .collect(Collectors.toMap(Connector::key, Reports.class::cast));
        this.targetQuestions = targetQuestions;
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
    }

    private record Held(long id, String code) {}

    @Override
    public List<Told> of(String type, long survivor, List<Long> others) {
        return targets.all().stream()
                .filter(target ->
                        target.mode() != Target.Mode.OFF && target.types().contains(type))
                .map(target -> told(target.name(), survivor, others.toArray(new Long[0])))
                .toList();
    }

    private Told told(String target, long survivor, Long[] others) {
        int deliveries = jdbc.sql(DELIVERIES)
                .param("target", target)
                .param("survivor", survivor)
                .param("others", others)
                .query(Integer.class)
                .single();
        int keys = jdbc.sql(KEYS)
                .param("target", target)
                .param("others", others)
                .query(Integer.class)
                .single();
        return new Told(target, deliveries, keys);
    }

    @Override
    public List<Fact> facts(String type, long survivor, List<Long> others) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no target is asked inside a transaction");
        }
        List<Question> questions = Scope.system(
                "merge-facts",
                () -> Objects.requireNonNull(reading.execute(status -> questions(type, survivor, others))));
        return targetQuestions.answers(questions).stream()
                .flatMap(answer -> facts(answer).stream())
                .toList();
    }

    private List<Question> questions(String type, long survivor, List<Long> others) {
        List<Long> members = new ArrayList<>(others);
        members.add(0, survivor);
        List<Question> questions = new ArrayList<>();
        for (Target target : targets.all()) {
            Reports reports = reporting.get(target.connector());
            if (reports != null
                    && target.mode() == Target.Mode.LIVE
                    && target.types().contains(type)) {
                for (Held held : held(target.name(), members)) {
                    questions.add(new Question(target, reports, type, held.code(), held.id() != survivor));
                }
            }
        }
        return questions;
    }

    private List<Held> held(String target, List<Long> members) {
        Map<Long, Held> held = jdbc
                .sql(HELD)
                .param("members", members.toArray(new Long[0]))
                .param("target", target)
                .query(Held.class)
                .stream()
                .collect(Collectors.toMap(Held::id, Function.identity()));
        return members.stream().map(held::get).filter(Objects::nonNull).toList();
    }

    private static List<Fact> facts(Answer answer) {
        Question asked = answer.question();
        String target = asked.target().name();
        if (answer.report() instanceof Reports.Told told) {
            return told.lines().stream()
                    .map(line -> new Fact(target, asked.code(), line.kind(), line.value(), consent(asked, line)))
                    .toList();
        }
        return List.of(new Fact(target, asked.code(), UNKNOWN, null, false));
    }

    /** What is open with the survivor stays where it is. */
    private static boolean consent(Question asked, Line line) {
        return asked.goes() && line.open();
    }
}
