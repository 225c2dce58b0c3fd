package org.mdmhub.web.ask;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.web.form.FormPlan;
import org.mdmhub.web.layout.NotThere;
import org.springframework.stereotype.Component;

/** Turns what was typed for a new master into a change of one that is there already. */
@Component
class Edits {

    private final MasterTypes types;
    private final Subjects subjects;
    private final Asking asking;
    private final Plans plans;
    private final Drafts drafts;

    Edits(MasterTypes types, Subjects subjects, Asking asking, Plans plans, Drafts drafts) {
        this.types = types;
        this.subjects = subjects;
        this.asking = asking;
        this.plans = plans;
        this.drafts = drafts;
    }

    /**
     * The record that is named {@code ask.use} instead of a new one: where he sees it, what he typed becomes a draft that
     * changes it; where he does not, he can ask for its use.
     *
     * @return the page on which it goes on
     */
    String used(Subject begun, Typed typed, Actor actor) {
        String code = typed.said("use");
        if (!code.matches("[\\w-]{1,60}")) {
            throw new NotThere();
        }
        Subject record;
        try {
            record = subjects.record(begun.type(), code, actor);
        } catch (NotThere e) {
            return "/records/" + begun.type() + "/" + code + "/extend";
        }
        Typed proposed = proposed(begun, record, typed, actor);
        Asked asked = asking.asked(record, proposed, actor);
        ChangeRequest draft = begun.draft();
        if (asked.changes(record.now()).isEmpty()) {
            discard(draft, actor);
            return record.path();
        }
        UUID change = drafts.keep(record, proposed, asked, actor);
        discard(draft, actor);
        return "/requests/" + change + "/edit";
    }

    private void discard(@Nullable ChangeRequest draft, Actor actor) {
        if (draft != null) {
            drafts.discard(draft, actor);
        }
    }

    /** The record's form with what was typed laid over it, except where the record keeps what it has. */
    private Typed proposed(Subject begun, Subject record, Typed typed, Actor actor) {
        FormPlan plan = plans.of(record.type());
        Typed proposed = asking.opened(record);
        Asked wanted = asking.asked(begun, typed, actor);
        Map<String, String> over = new LinkedHashMap<>();
        for (Field<MasterRecord> field : types.fields(record.type())) {
            Object now = record.now().get(field.key());
            boolean keeps = now != null && (plan.keeps(field.key()) || field.kind() == FieldKind.LIST);
            Object value = wanted.fields().get(field.key());
            // what the form began with was typed by nobody
            boolean begins = RawFields.text(value).equals(plan.defaults().get(field.key()));
            if (value != null && !keeps && !begins) {
                over.putAll(RawFields.typed(java.util.List.of(field), Map.of(field.key(), value))
                        .texts());
            }
        }
        for (Map.Entry<String, String> one : over.entrySet()) {
            proposed = proposed.with(one.getKey(), one.getValue());
        }
        return proposed;
    }
}
