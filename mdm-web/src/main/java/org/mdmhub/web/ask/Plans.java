package org.mdmhub.web.ask;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.quality.Checked;
import org.mdmhub.record.Field;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.form.Condition;
import org.mdmhub.web.form.FormPlan;
import org.mdmhub.web.form.FormPlans;
import org.springframework.stereotype.Component;

/** What the form plan of a kind of master means for one form and its reader. */
@Component
class Plans {

    private final FormPlans plans;
    private final MasterTypes types;

    Plans(FormPlans plans, MasterTypes types) {
        this.plans = plans;
        this.types = types;
    }

    FormPlan of(String type) {
        return plans.of(type);
    }

    FormPlan.Audience audience(Subject subject, Typed typed, Actor reader) {
        FormPlan plan = of(subject.type());
        String by = plan.by();
        String group = by == null ? "" : typed.text(by);
        return new FormPlan.Audience(
                group.isEmpty() ? plan.defaults().getOrDefault(String.valueOf(by), "") : group,
                typed.text(plan.category()),
                reader.roles().keySet().stream()
                        .filter(role -> role.rights().contains(Right.ASK))
                        .collect(Collectors.toSet()),
                subject.code() == null);
    }

    /** Keys of the fields that the reader sees and does not change. */
    Set<String> locked(Subject subject, Typed typed, Actor reader) {
        FormPlan plan = of(subject.type());
        FormPlan.Audience audience = audience(subject, typed, reader);
        return types.fields(subject.type()).stream()
                .map(Field::key)
                .filter(key -> plan.is(Condition.Treatment.READ_ONLY, key, audience))
                .collect(Collectors.toSet());
    }

    /** What was sent for a field that he does not change counts for nothing; a new record begins with its default. */
    Typed withoutLocked(Subject subject, Typed sent, Actor reader) {
        Set<String> locked = locked(subject, sent, reader);
        Typed kept = sent.without(locked);
        if (subject.code() == null) {
            for (Map.Entry<String, String> begins :
                    of(subject.type()).defaults().entrySet()) {
                kept = locked.contains(begins.getKey()) ? kept.with(begins.getKey(), begins.getValue()) : kept;
            }
        }
        return kept;
    }

    /** What the form requires and the gate, which does not know who asks, has not named already. */
    List<Finding> missing(Subject subject, Typed typed, Actor reader, Checked checked) {
        FormPlan plan = of(subject.type());
        FormPlan.Audience audience = audience(subject, typed, reader);
        Set<String> named = new HashSet<>();
        checked.findings().forEach(finding -> named.add(finding.pointer()));
        return types.fields(subject.type()).stream()
                .filter(field -> checked.after().get(field.key()) == null)
                .filter(field -> plan.is(Condition.Treatment.REQUIRED, field.key(), audience))
                .map(field -> Finding.error("/fields/" + field.key(), "required"))
                .filter(finding -> !named.contains(finding.pointer()))
                .toList();
    }
}
