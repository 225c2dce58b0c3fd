package org.mdmhub.web.ask;

import java.util.List;
import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms as they open. */
@Screen
class AskPages {

    private final Subjects subjects;
    private final Asking asking;
    private final AskSheets sheets;
    private final Plans plans;
    private final Returns returns;
    private final Eyes eyes;

    AskPages(Subjects subjects, Asking asking, AskSheets sheets, Plans plans, Returns returns, Eyes eyes) {
        this.subjects = subjects;
        this.asking = asking;
        this.sheets = sheets;
        this.plans = plans;
        this.returns = returns;
        this.eyes = eyes;
    }

    /** A new master; {@code group} decides which fields are shown. */
    @GetMapping("/records/{type}/new")
    String create(@PathVariable String type, @RequestParam(defaultValue = "") String group, Actor reader, Model model) {
        Subject subject = subjects.fresh(type);
        Typed typed = asking.opened(subject);
        String by = plans.of(type).by();
        boolean chosen = by != null && group.matches("[A-Z_]{1,40}");
        return page(subject, chosen ? typed.with(String.valueOf(by), group) : typed, "name", reader, model);
    }

    /** Other values for a record; {@code field} names the input in which the page begins. */
    @GetMapping("/records/{type}/{code}/edit")
    String edit(
            @PathVariable String type,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String field,
            Actor reader,
            Model model) {
        Subject subject = subjects.record(type, code, reader);
        return page(subject, asking.opened(subject), field, reader, model);
    }

    /** A draft, a returned request or one in conflict, to be written on. */
    @GetMapping("/requests/{id}/edit")
    String draft(@PathVariable UUID id, Actor reader, Model model) {
        Subject subject = subjects.request(id, reader);
        ChangeRequest draft = subject.draft();
        if (draft == null || !draft.status().allows(ChangeStatus.Action.EDIT)) {
            return "redirect:/inbox/" + id;
        }
        List<String> marked = returns.fields(subject);
        Typed typed = asking.opened(subject)
                .saying("id", id)
                .saying("version", draft.version())
                .saying("reasonCode", draft.wish().reasonCode())
                .saying("reason", RawFields.text(draft.wish().reason()))
                .saying("from", Drafts.dayOf(draft.wish().effectiveFrom()))
                .saying("unit", subjects.unit(draft));
        return page(subject, typed, marked.isEmpty() ? "" : marked.get(0), reader, model);
    }

    private String page(Subject subject, Typed typed, String focus, Actor reader, Model model) {
        Asked asked = asking.asked(subject, typed, reader);
        State state = State.of(subject, typed, asked, reader)
                .at(focus)
                .closing(eyes.closed(subject, reader))
                .locking(plans.locked(subject, typed, reader));
        model.addAttribute("sheet", sheets.sheet(state));
        model.addAttribute("version", typed.said("version"));
        return "ask/form";
    }
}
