package org.mdmhub.web.ask;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers a form with the form: as a page, or as the part of it that has changed. */
@Component
class Forms {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Subjects subjects;
    private final Asking asking;
    private final AskSheets sheets;
    private final Plans plans;
    private final Drafts drafts;
    private final Eyes eyes;
    private final Labels labels;
    private final Belonging belonging;

    Forms(
            Subjects subjects,
            Asking asking,
            AskSheets sheets,
            Plans plans,
            Drafts drafts,
            Eyes eyes,
            Labels labels,
            Belonging belonging) {
        this.subjects = subjects;
        this.asking = asking;
        this.sheets = sheets;
        this.plans = plans;
        this.drafts = drafts;
        this.eyes = eyes;
        this.labels = labels;
        this.belonging = belonging;
    }

    /** While it is typed: what looks the same, what would change, and what is to be said at each input. */
    ModelAndView look(Subject subject, Typed typed, Actor reader) {
        Asking.Filled filled = asking.completed(subject, typed, reader);
        ModelAndView part = page(state(subject, filled.typed(), reader).filling(filled.filled()), "ask/live :: look");
        part.addObject("filled", filled.filled());
        return part;
    }

    /** Everything anew: a block was pasted, a row added or taken away, a suggestion taken. */
    ModelAndView checked(Subject subject, Typed typed, boolean part, Actor reader) {
        Asking.Filled completed =
                asking.completed(subject, asking.unpacked(subject, edited(subject, typed, reader), reader), reader);
        State state = state(subject, completed.typed(), reader)
                .filling(completed.filled())
                .at(focus(typed, completed.typed()));
        ModelAndView page = page(part ? state : state.loud(), part ? "ask/form :: body" : "ask/form");
        page.addObject("changed", true);
        return page;
    }

    private Typed edited(Subject subject, Typed typed, Actor reader) {
        Typed edited = belonging.filled(subject, typed, reader);
        String add = typed.said("add");
        if (add.matches("\\w{1,60}")) {
            edited = edited.withRow(add, "id");
        }
        String remove = typed.said("remove");
        if (!remove.isEmpty()) {
            edited = edited.withoutRow(remove);
        }
        int sign = typed.said("take").indexOf('=');
        return sign < 1
                ? edited
                : edited.with(
                        typed.said("take").substring(0, sign),
                        typed.said("take").substring(sign + 1));
    }

    private static String focus(Typed sent, Typed now) {
        int sign = sent.said("take").indexOf('=');
        String add = sent.said("add");
        List<Integer> rows = now.rows(add);
        if (sign > 0) {
            return sent.said("take").substring(0, sign);
        }
        return rows.isEmpty() ? "" : Typed.name(add, rows.get(rows.size() - 1), "");
    }

    /** Keeps the draft by itself. */
    ModelAndView saved(Subject subject, Typed typed, Actor actor) {
        ModelAndView part = new ModelAndView("ask/live :: saved");
        Asked asked = asking.asked(subject, typed, actor);
        ChangeRequest draft = subject.draft();
        if (draft == null
                && (asking.isEmpty(subject, asked)
                        || asked.changes(subject.now()).isEmpty())) {
            return part.addObject("standing", "nothing");
        }
        try {
            UUID id = drafts.keep(subject, typed, asked, actor);
            ChangeRequest kept =
                    Objects.requireNonNull(subjects.request(id, actor).draft());
            return part.addObject("standing", "saved")
                    .addObject("at", CLOCK.format(LocalTime.now(java.time.ZoneId.systemDefault())))
                    .addObject("id", id)
                    .addObject("number", kept.number())
                    .addObject("version", kept.version());
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            return part.addObject("standing", refusal.code())
                    .addObject("id", draft == null ? null : draft.id())
                    .addObject("version", typed.said("version"));
        }
    }

    /** The same form with the reason why it was not taken. */
    ModelAndView refused(Subject subject, Typed typed, Refusal refusal, Actor reader) {
        ChangeRequest draft = subject.draft();
        ChangeRequest now =
                draft == null ? null : subjects.request(draft.id(), reader).draft();
        Typed again = now == null ? typed : typed.saying("version", now.version());
        State state = state(subject, again, reader);
        List<Finding> findings = new ArrayList<>(state.findings());
        refusal.findings().stream()
                .filter(finding -> !findings.contains(finding))
                .forEach(findings::add);
        ModelAndView page = page(state.saying(findings), "ask/form");
        page.setStatus(refusal.status());
        page.addObject("refusal", refusal.code());
        page.addObject("differs", now == null ? "" : differing(state.asked(), now));
        return page;
    }

    /** Fields in which the draft as it is kept is not what stands in this form. */
    private String differing(Asked asked, ChangeRequest draft) {
        Set<String> keys = new LinkedHashSet<>(draft.wish().fields().keySet());
        keys.addAll(asked.fields().keySet());
        return String.join(
                " · ",
                keys.stream()
                        .filter(key -> !Objects.equals(draft.wish().fields().get(key), asked.changedTo(key)))
                        .map(key -> labels.field(draft.type(), key))
                        .toList());
    }

    /** Somebody else has changed the same fields meanwhile: all three sides, on the record as it is now. */
    ModelAndView moved(Subject subject, Typed typed, Asked old, Actor reader) {
        Typed rebased = asking.rebased(subject, typed, old);
        Asked asked = asking.asked(subject, rebased, reader).movedFrom(old);
        State state = State.of(subject, rebased, asked, reader)
                .closing(eyes.closed(subject, reader))
                .locking(plans.locked(subject, rebased, reader))
                .loud();
        ModelAndView page = page(state, "ask/form");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("refusal", "moved");
        return page;
    }

    private State state(Subject subject, Typed typed, Actor reader) {
        Typed whole = typed;
        String by = plans.of(subject.type()).by();
        if (by != null && typed.text(by).isEmpty()) {
            whole = whole.with(by, plans.of(subject.type()).defaults().getOrDefault(by, ""));
        }
        return State.of(subject, whole, asking.asked(subject, whole, reader), reader)
                .closing(eyes.closed(subject, reader))
                .locking(plans.locked(subject, whole, reader));
    }

    private ModelAndView page(State state, String view) {
        AskSheet sheet = sheets.sheet(state);
        ModelAndView page = new ModelAndView(view);
        page.addObject("sheet", sheet);
        page.addObject("id", state.typed().said("id"));
        page.addObject("version", state.typed().said("version"));
        return page;
    }
}
