package org.mdmhub.quality.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.Delivered;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes rules ready for the fields that a kind of master has, and says what of a rule does not fit them. */
@Component
class RuleCompiler {

    private final MasterTypes types;
    private final Map<String, CodeTable> tables;
    private final ObjectProvider<Delivered> delivered;

    RuleCompiler(MasterTypes types, List<CodeTable> tables, ObjectProvider<Delivered> delivered) {
        this.types = types;
        this.tables = tables.stream().collect(Collectors.toMap(CodeTable::name, table -> table));
        this.delivered = delivered;
    }

    /** Names of the code tables that a rule can name. */
    Set<String> tables() {
        return tables.keySet();
    }

    /** The rule made ready, or null where it does not fit; why not is added to {@code findings}. */
    @Nullable
    CompiledRule compile(Rule rule, List<Finding> findings) {
        if (types.find(rule.type()).isEmpty()) {
            findings.add(Finding.error("/fields/type", "choice", String.join(", ", types.keys())));
            return null;
        }
        Fit fit = new Fit(rule, types.fields(rule.type()), tables, delivered, findings);
        int before = findings.size();
        Predicate<Subject> demand = fit.demand();
        return findings.size() > before || demand == null ? null : new CompiledRule(rule, demand, fit.reads());
    }
}
