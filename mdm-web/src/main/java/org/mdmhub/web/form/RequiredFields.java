package org.mdmhub.web.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.Rules;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.springframework.stereotype.Component;

/**
 * What a form requires of everybody is required at every door. What it requires of some roles only is a matter of the
 * form: the gate does not know who asks.
 */
@Component
class RequiredFields implements Rules {

    private final FormPlans plans;
    private final MasterTypes types;

    RequiredFields(FormPlans plans, MasterTypes types) {
        this.plans = plans;
        this.types = types;
    }

    @Override
    public boolean concern(String type) {
        return types.find(type).isPresent();
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues after) {
        FormPlan plan = plans.of(occasion.type());
        var everybody = new FormPlan.Audience(
                text(plan, after, plan.by()), text(plan, after, plan.category()), Set.of(), before.isEmpty());
        return plan.conditions().stream()
                .filter(condition -> condition.is() == Condition.Treatment.REQUIRED
                        && condition.roles().isEmpty()
                        && condition.fits(everybody))
                .flatMap(condition -> condition.fields().stream())
                .distinct()
                .filter(field -> after.get(field) == null)
                .flatMap(field -> Stream.of(Finding.error("/fields/" + field, "required")))
                .toList();
    }

    /** Where nothing is said, what an empty form begins with is meant. */
    private static String text(FormPlan plan, FieldValues values, @Nullable String key) {
        String text = key == null ? null : values.text(key);
        return text != null ? text : plan.defaults().getOrDefault(String.valueOf(key), "");
    }
}
