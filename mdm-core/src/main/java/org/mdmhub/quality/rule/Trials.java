package org.mdmhub.quality.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rules that are tried on all present records before they hold. */
@Component
public class Trials {

    private final RuleCompiler compiler;
    private final Jobs jobs;
    private final JdbcClient jdbc;

    Trials(RuleCompiler compiler, Jobs jobs, JdbcClient jdbc) {
        this.compiler = compiler;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    /** A record that a rule would stop, or warn of. */
    public record Failing(long id, String code) {}

    /** What is wrong with the content of a rule; empty where it can be tried and asked for. */
    @Transactional(readOnly = true)
    public List<Finding> check(Map<String, ? extends @Nullable Object> content) {
        List<Finding> findings = new ArrayList<>();
        Rule rule = RuleContent.read("TRIAL", FieldValues.exact(content), findings);
        if (rule != null) {
            compiler.compile(rule, findings);
        }
        return findings;
    }

    /** Begins to try a rule whose content is in order, on the records of its asker's organisations. */
    @Transactional
    public UUID begin(String key, Map<String, ? extends @Nullable Object> content, Actor asker) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put(TrialWork.RULE, FieldValues.exact(content).asMap());
        wanted.put(TrialWork.UNITS, List.copyOf(asker.units()));
        jobs.prune();
        return jobs.ask(TrialWork.KIND, key, wanted, asker.login());
    }

    /** A trial, for who asked for it. */
    @Transactional(readOnly = true)
    public Optional<Job> find(UUID id, Actor reader) {
        return jobs.find(id)
                .filter(job -> job.kind().equals(TrialWork.KIND))
                .filter(job -> job.askedBy().equals(reader.login()));
    }

    /** Gives up a trial of the reader's; whether there is one. */
    @Transactional
    public boolean cancel(UUID id, Actor reader) {
        boolean his = find(id, reader).isPresent();
        if (his) {
            jobs.cancel(id);
        }
        return his;
    }

    /** Records that failed, as far as they are in scope, in the order in which they came to be; 10,000 are kept. */
    @Transactional(readOnly = true)
    public List<Failing> failing(UUID trial, int limit) {
        return jdbc.sql("select r.id, r.code from job_record f join record r on r.id = f.record_id"
                        + " where f.job_id = ? order by f.record_id limit ?")
                .params(trial, limit)
                .query((row, number) -> new Failing(row.getLong("id"), row.getString("code")))
                .list();
    }

    /** The content of the rule that is tried. */
    public static FieldValues content(Job job) {
        Map<String, Object> content = new LinkedHashMap<>();
        if (job.content().get(TrialWork.RULE) instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> content.put(String.valueOf(key), value));
        }
        return FieldValues.exact(content);
    }

    /** Names of the code tables that a rule can name. */
    public List<String> tables() {
        return compiler.tables().stream().sorted().toList();
    }
}
