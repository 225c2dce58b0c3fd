package org.mdmhub.web.ask;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Restoring;
import org.mdmhub.road.Road;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.layout.Values;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks for an earlier version of a record: what would change is shown before it is sent. */
@Screen
class RestorePages {

    private static final String PLACE = "/records/{type}/{code}/restore";

    private final Subjects subjects;
    private final Deeds deeds;
    private final Restoring restoring;
    private final Road road;
    private final RequestReader requests;
    private final Eyes eyes;
    private final Labels labels;
    private final Values values;
    private final Texts texts;

    RestorePages(
            Subjects subjects,
            Deeds deeds,
            Restoring restoring,
            Road road,
            RequestReader requests,
            Eyes eyes,
            Labels labels,
            Values values,
            Texts texts) {
        this.subjects = subjects;
        this.deeds = deeds;
        this.restoring = restoring;
        this.road = road;
        this.requests = requests;
        this.eyes = eyes;
        this.labels = labels;
        this.values = values;
        this.texts = texts;
    }

    /** @param asOf an instant as the history links it; without one the version before the present one is meant */
    @GetMapping(PLACE)
    ModelAndView form(
            @PathVariable String type,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String asOf,
            Actor reader) {
        Subject subject = subjects.record(type, code, reader);
        return page(subject, new Typed(Map.of()).saying("asOf", asOf), List.of(), reader);
    }

    @PostMapping(PLACE)
    ModelAndView send(
            @PathVariable String type,
            @PathVariable String code,
            HttpServletRequest request,
            Actor actor,
            RedirectAttributes after) {
        Subject subject = subjects.record(type, code, actor);
        Typed typed = Typed.posted(request.getParameterMap());
        try {
            boolean draft = typed.said("draft").equals("1");
            UUID id = road.ask(ask(subject, typed, !draft), actor);
            ChangeRequest sent = requests.detail(id, actor).line().request();
            after.addFlashAttribute("note", draft ? texts.of("ask.kept") : texts.of("ask.sent", sent.number()));
            return new ModelAndView(
                    draft ? "redirect:/requests/" + id + "/edit" : "redirect:/inbox/" + id + "?tab=mine");
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e)
                    .filter(one -> one.status() != HttpStatus.NOT_FOUND)
                    .orElseThrow(() -> e);
            ModelAndView page = page(subject, typed, refusal.findings(), actor);
            page.setStatus(refusal.status());
            page.addObject("refusal", refusal.code());
            return page;
        }
    }

    private Ask ask(Subject subject, Typed typed, boolean submit) {
        Ask ask = deeds.ask(ChangeKind.RESTORE, subject.type(), String.valueOf(subject.code()), typed);
        return new Ask(
                        ask.type(),
                        ask.kind(),
                        ask.code(),
                        typed.number("base"),
                        ask.orgUnit(),
                        ask.fields(),
                        null,
                        ask.reasonCode(),
                        ask.reason(),
                        ask.effectiveFrom(),
                        null,
                        submit)
                .restoring(earlier(subject, typed.said("asOf")));
    }

    /** A retired record is brought back as it is; one in use as it was before. */
    private static Ask.Earlier earlier(Subject subject, String asOf) {
        if (asOf.isBlank()) {
            return new Ask.Earlier(Math.max(1, subject.living() ? subject.version() - 1 : subject.version()), null);
        }
        try {
            return new Ask.Earlier(null, Instant.parse(asOf.strip()));
        } catch (DateTimeException e) {
            throw new NotThere();
        }
    }

    private ModelAndView page(Subject subject, Typed typed, List<Finding> findings, Actor reader) {
        List<FieldChange> changes = changes(subject, typed, reader);
        ModelAndView page = new ModelAndView("ask/restore");
        page.addObject("title", texts.of("kind.RESTORE." + subject.type()));
        page.addObject("subject", subject);
        page.addObject("name", subject.now().get("name"));
        page.addObject("asOf", typed.said("asOf"));
        page.addObject("base", typed.number("base") == null ? subject.version() : typed.number("base"));
        page.addObject("changes", values.changes(subject.type(), changes));
        page.addObject("idle", changes.isEmpty() && subject.living());
        page.addObject("said", said(subject, findings));
        page.addObject("fields", deeds.fields(ChangeKind.RESTORE, subject, typed, findings, reader));
        return page;
    }

    private List<FieldChange> changes(Subject subject, Typed typed, Actor reader) {
        try {
            var mask = eyes.mask(subject, reader);
            return restoring
                    .changes(
                            subject.type(),
                            String.valueOf(subject.code()),
                            earlier(subject, typed.said("asOf")),
                            reader)
                    .stream()
                    .map(mask::covered)
                    .toList();
        } catch (Refused e) {
            throw new NotThere();
        }
    }

    /** What the gate of today refuses of the values of then, by place. */
    private Map<String, String> said(Subject subject, List<Finding> findings) {
        Map<String, String> said = new LinkedHashMap<>();
        findings.forEach(
                finding -> said.put(labels.place(subject.type(), finding.pointer()), Remarks.words(texts, finding)));
        return said;
    }
}
