package org.mdmhub.quality.rule;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.Delivered;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.reference.CodeTables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes rules ready for the fields that a kind of master has, and says what of a rule does not fit them. */
@Component
class RuleCompiler {

    private final MasterTypes types;
    private final CodeTables tables;
    private final ObjectProvider<Delivered> delivered;

    RuleCompiler(MasterTypes types, CodeTables tables, ObjectProvider<Delivered> delivered) {
        this.types = types;
        this.tables = tables;
        this.delivered = delivered;
    }

    /** Names of the code tables that a rule can name. */
    List<String> tables() {
        return tables.names();
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
