package org.mdmhub.quality.rule;

import java.util.Map;
import org.mdmhub.job.Jobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules that want a value to be unique, all at once. */
@Component
public class UniqueRules {

    private final RuleBook book;
    private final Jobs jobs;

    UniqueRules(RuleBook book, Jobs jobs) {
        this.book = book;
        this.jobs = jobs;
    }

    /** Asks for what they keep of the records to be gathered afresh, in case a write has slipped by. */
    @Transactional
    public void gatherAfresh() {
        for (RuleBook.Entry entry : book.all()) {
            CompiledRule rule = entry.compiled();
            if (entry.speaks() && rule != null && rule.unique()) {
                jobs.ask(UniqueFill.KIND, rule.rule().key(), Map.of(), "system");
            }
        }
    }
}
