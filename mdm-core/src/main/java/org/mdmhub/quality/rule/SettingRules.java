package org.mdmhub.quality.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.Rules;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.springframework.stereotype.Component;

/** The rules that were approved, at the gate. */
@Component
class SettingRules implements Rules {

    private final RuleBook book;
    private final UniqueValues values;
    private final Organisations organisations;

    SettingRules(RuleBook book, UniqueValues values, Organisations organisations) {
        this.book = book;
        this.values = values;
        this.organisations = organisations;
    }

    @Override
    public boolean concern(String type) {
        return true;
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues after) {
        List<CompiledRule> rules = book.speaking(occasion.type());
        if (rules.isEmpty()) {
            return List.of();
        }
        Subject subject = subject(occasion, before, after);
        List<Finding> findings = new ArrayList<>();
        Map<CompiledRule, String> alone = new LinkedHashMap<>();
        for (CompiledRule rule : rules) {
            String value = rule.alone(subject);
            if (value != null) {
                alone.put(rule, value);
            } else if (!rule.keptBy(subject)) {
                findings.add(rule.finding(""));
            }
        }
        values.taken(alone, occasion.record())
                .forEach((rule, code) -> findings.add(rule.finding(code.isEmpty() ? "" : " (" + code + ")")));
        return findings;
    }

    @Override
    public Set<String> alone(Occasion occasion, FieldValues before, FieldValues after) {
        Set<String> keys = new LinkedHashSet<>();
        Subject subject = subject(occasion, before, after);
        for (CompiledRule rule : book.speaking(occasion.type())) {
            String value = rule.alone(subject);
            if (value != null) {
                keys.add("rule:" + rule.rule().key() + ":" + value);
            }
        }
        return keys;
    }

    Subject subject(Occasion occasion, FieldValues before, FieldValues after) {
        String unit = occasion.orgUnit();
        Set<String> above = unit == null ? Set.of() : organisations.upwards(unit);
        return new Subject(before, after, occasion.record(), unit, above, today());
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }
}
