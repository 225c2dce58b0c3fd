package org.mdmhub.quality.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Jobs;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.Proposal;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A rule is written, switched on and off by approved requests only. */
@Component
class RuleProposal implements Proposal {

    private final Settings settings;
    private final RuleCompiler compiler;
    private final RuleBook book;
    private final Jobs jobs;

    RuleProposal(Settings settings, RuleCompiler compiler, RuleBook book, Jobs jobs) {
        this.settings = settings;
        this.compiler = compiler;
        this.book = book;
        this.jobs = jobs;
    }

    @Override
    public String type() {
        return RuleBook.TYPE;
    }

    @Override
    public int version(String key) {
        return settings.find(RuleBook.TYPE, key).map(Setting::version).orElse(0);
    }

    @Override
    public FieldValues now(String key) {
        return settings.find(RuleBook.TYPE, key)
                .map(setting -> FieldValues.of(setting.content()))
                .orElse(FieldValues.none());
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
        settings.put(RuleBook.TYPE, key, new LinkedHashMap<>(after.asMap()), now);
        book.forget();
        if (before != null || mark(key) != null) {
            jobs.ask(UniqueFill.KIND, key, Map.of(), "system");
        }
    }

    @Override
    public void retire(String key, Instant now) {
        @Nullable String before = mark(key);
        settings.retire(RuleBook.TYPE, key, now);
        book.forget();
        if (before != null) {
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

    @Override
    public String title(String key, FieldValues values) {
        String own = values.text(LocaleContextHolder.getLocale().getLanguage().equals("zh") ? "nameZh" : "name");
        return own == null ? Proposal.super.title(key, values) : own;
    }
}
