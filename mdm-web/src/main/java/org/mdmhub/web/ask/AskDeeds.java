package org.mdmhub.web.ask;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is done with a form: looked at while it is typed, checked, kept and sent. What is refused comes back with all that
 * was typed and the reason why.
 */
@Screen
class AskDeeds {

    private final Subjects subjects;
    private final Asking asking;
    private final Edits edits;
    private final Drafts drafts;
    private final Forms forms;
    private final Eyes eyes;
    private final Plans plans;
    private final Uploads uploads;
    private final Texts texts;

    AskDeeds(
            Subjects subjects,
            Asking asking,
            Edits edits,
            Drafts drafts,
            Forms forms,
            Eyes eyes,
            Plans plans,
            Uploads uploads,
            Texts texts) {
        this.subjects = subjects;
        this.asking = asking;
        this.edits = edits;
        this.drafts = drafts;
        this.forms = forms;
        this.eyes = eyes;
        this.plans = plans;
        this.uploads = uploads;
        this.texts = texts;
    }

    @PostMapping("/records/{type}/new/{verb}")
    ModelAndView create(
            @PathVariable String type,
            @PathVariable String verb,
            HttpServletRequest request,
            Actor actor,
            RedirectAttributes after) {
        Typed typed = Typed.posted(request.getParameterMap());
        UUID draft = typed.id("id");
        Subject subject = draft == null ? subjects.fresh(type) : subjects.request(draft, actor);
        return done(matching(subject, type, null), typed, verb, request, actor, after);
    }

    @PostMapping("/records/{type}/{code}/edit/{verb}")
    ModelAndView edit(
            @PathVariable String type,
            @PathVariable String code,
            @PathVariable String verb,
            HttpServletRequest request,
            Actor actor,
            RedirectAttributes after) {
        Typed typed = Typed.posted(request.getParameterMap());
        UUID draft = typed.id("id");
        Subject subject = draft == null ? subjects.record(type, code, actor) : subjects.request(draft, actor);
        return done(matching(subject, type, code), typed, verb, request, actor, after);
    }

    @PostMapping("/requests/{id}/edit/{verb}")
    ModelAndView draft(
            @PathVariable UUID id,
            @PathVariable String verb,
            HttpServletRequest request,
            Actor actor,
            RedirectAttributes after) {
        Typed typed = Typed.posted(request.getParameterMap()).saying("id", id);
        return done(subjects.request(id, actor), typed, verb, request, actor, after);
    }

    private static Subject matching(Subject subject, String type, @Nullable String code) {
        if (!subject.type().equals(type) || (code != null && !code.equals(subject.code()))) {
            throw new NotThere();
        }
        return subject;
    }

    private ModelAndView done(
            Subject subject, Typed sent, String verb, HttpServletRequest request, Actor actor, RedirectAttributes to) {
        Uploads.Taken taken = uploads.take(sent, request, actor);
        Typed open = asking.sided(subject, taken.typed(), verb).without(eyes.closed(subject, actor));
        Typed typed = plans.withoutLocked(subject, open, actor);
        boolean part = request.getHeader("HX-Request") != null;
        Finding refused = taken.refused();
        if (refused != null) {
            var why = new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", List.of(refused));
            ModelAndView page = forms.refused(subject, typed, why, actor);
            page.setViewName(part ? "ask/form :: body" : "ask/form");
            return page;
        }
        return switch (verb) {
            case "look" -> forms.look(subject, typed, actor);
            case "check" -> forms.checked(subject, typed, part, actor);
            case "save" -> part ? forms.saved(subject, typed, actor) : saved(subject, typed, actor, to);
            case "send" -> sent(subject, typed, actor, to);
            case "use" -> used(subject, typed, actor);
            default -> throw new NotThere();
        };
    }

    private ModelAndView saved(Subject subject, Typed typed, Actor actor, RedirectAttributes after) {
        Asked asked = asking.asked(subject, typed, actor);
        if (subject.draft() == null && asking.isEmpty(subject, asked)) {
            return forms.refused(subject, typed, new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "noChange"), actor);
        }
        try {
            UUID id = drafts.keep(subject, typed, asked, actor);
            after.addFlashAttribute("note", texts.of("ask.kept"));
            return new ModelAndView("redirect:/requests/" + id + "/edit");
        } catch (RuntimeException e) {
            return forms.refused(subject, typed, refusal(e), actor);
        }
    }

    private ModelAndView sent(Subject subject, Typed typed, Actor actor, RedirectAttributes after) {
        Asked asked = asking.asked(subject, typed, actor);
        if (!asked.moved().isEmpty()) {
            return forms.moved(subject, typed, asked, actor);
        }
        if (asked.stopped()) {
            return forms.refused(subject, typed, new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid"), actor);
        }
        try {
            UUID id = drafts.send(subject, typed, asked, actor);
            ChangeRequest request = subjects.request(id, actor).draft();
            after.addFlashAttribute("note", texts.of("ask.sent", request == null ? "" : request.number()));
            after.addAttribute("tab", "mine");
            return new ModelAndView("redirect:/inbox/" + id);
        } catch (RuntimeException e) {
            return forms.refused(subject, typed, refusal(e), actor);
        }
    }

    private ModelAndView used(Subject subject, Typed typed, Actor actor) {
        try {
            return new ModelAndView("redirect:" + edits.used(subject, typed, actor));
        } catch (RuntimeException e) {
            return forms.refused(subject, typed, refusal(e), actor);
        }
    }

    private static Refusal refusal(RuntimeException thrown) {
        return Refusal.of(thrown)
                .filter(refusal -> refusal.status() != HttpStatus.NOT_FOUND)
                .orElseThrow(() -> thrown);
    }
}
