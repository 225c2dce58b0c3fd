package org.mdmhub.quality.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Jobs;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.SettingProposal;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** A rule is written, switched on and off by approved requests only. */
@Component
class RuleProposal extends SettingProposal {

    private final RuleCompiler compiler;
    private final RuleBook book;
    private final Jobs jobs;

    RuleProposal(Settings settings, RuleCompiler compiler, RuleBook book, Jobs jobs) {
        super(settings, RuleBook.TYPE);
        this.compiler = compiler;
        this.book = book;
        this.jobs = jobs;
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        List<Finding> findings = new ArrayList<>();
        Rule rule = RuleContent.read(key, after, findings);
        if (rule != null) {
            compiler.compile(rule, findings);
        }
        return findings;
    }

    @Override
    public void apply(String key, FieldValues after, Instant now) {
        @Nullable String before = mark(key);
        super.apply(key, after, now);
        gather(key, before != null || mark(key) != null);
    }

    @Override
    public void retire(String key, Instant now) {
        @Nullable String before = mark(key);
        super.retire(key, now);
        gather(key, before != null);
    }

    @Override
    protected void changed(String key) {
        book.forget();
    }

    private void gather(String key, boolean unique) {
        if (unique) {
            jobs.ask(UniqueFill.KIND, key, Map.of(), "system");
        }
    }

    /** The mark of the values of a rule that wants some unique and speaks. */
    private @Nullable String mark(String key) {
        return book.find(key)
                .filter(RuleBook.Entry::speaks)
                .map(RuleBook.Entry::compiled)
                .filter(CompiledRule::unique)
                .map(compiled -> UniqueValues.mark(compiled.rule()))
                .orElse(null);
    }
}
