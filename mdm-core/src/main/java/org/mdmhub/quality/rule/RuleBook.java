package org.mdmhub.quality.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.OncePerTransaction;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All rules that were approved, each compiled once until one of them changes, on whatever node. */
@Component
public class RuleBook {

    /** Name of this kind of setting. */
    public static final String TYPE = "rules";

    private final Settings settings;
    private final RuleCompiler compiler;
    private final OncePerTransaction<String, List<Entry>> read = new OncePerTransaction<>();
    private volatile Compiled kept = new Compiled(List.of(), List.of());

    RuleBook(Settings settings, RuleCompiler compiler) {
        this.settings = settings;
        this.compiler = compiler;
    }

    private record Compiled(List<Setting> settings, List<Entry> entries) {}

    /**
     * A rule that was approved.
     *
     * @param rule null where its content can no longer be read
     * @param compiled null where it no longer fits the fields of its type; such a rule says nothing
     */
    public record Entry(
            Setting setting, @Nullable Rule rule, @Nullable CompiledRule compiled) {

        /** Whether it speaks at the gate. */
        public boolean speaks() {
            return compiled != null && compiled.rule().active();
        }
    }

    /** All of them, by key. */
    @Transactional(readOnly = true)
    public List<Entry> all() {
        return read.get(TYPE, this::current);
    }

    @Transactional(readOnly = true)
    public Optional<Entry> find(String key) {
        return all().stream().filter(entry -> entry.setting().key().equals(key)).findFirst();
    }

    /** Those that speak at the gate about a kind of master. */
    List<CompiledRule> speaking(String type) {
        List<CompiledRule> speaking = new ArrayList<>();
        for (Entry entry : all()) {
            CompiledRule compiled = entry.compiled();
            if (compiled != null
                    && compiled.rule().active()
                    && compiled.rule().type().equals(type)) {
                speaking.add(compiled);
            }
        }
        return speaking;
    }

    /** They are others now; this transaction has changed them itself. */
    void forget() {
        read.forget();
    }

    private List<Entry> current(String type) {
        List<Setting> now = settings.all(type);
        Compiled known = kept;
        // the store gives the same list until a setting changes
        if (known.settings() != now) {
            known = new Compiled(now, now.stream().map(this::compiled).toList());
            kept = known;
        }
        return known.entries();
    }

    private Entry compiled(Setting setting) {
        List<Finding> wrong = new ArrayList<>();
        Rule rule = RuleContent.read(setting.key(), FieldValues.of(setting.content()), wrong);
        return new Entry(setting, rule, rule == null ? null : compiler.compile(rule, wrong));
    }
}
