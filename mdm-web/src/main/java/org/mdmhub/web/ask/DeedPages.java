package org.mdmhub.web.ask;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks to block a record, to take a block away, to retire it, or to use it in one more organisation. */
@Screen
class DeedPages {

    private static final String PLACE = "/records/{type}/{code}/{deed:block|unblock|retire|extend}";

    private final Subjects subjects;
    private final Deeds deeds;
    private final Road road;
    private final RequestReader requests;
    private final Texts texts;

    DeedPages(Subjects subjects, Deeds deeds, Road road, RequestReader requests, Texts texts) {
        this.subjects = subjects;
        this.deeds = deeds;
        this.road = road;
        this.requests = requests;
        this.texts = texts;
    }

    @GetMapping(PLACE)
    ModelAndView form(@PathVariable String type, @PathVariable String code, @PathVariable String deed, Actor reader) {
        ChangeKind kind = kind(deed);
        return page(kind, subject(kind, type, code, reader), new Typed(Map.of()), List.of(), reader);
    }

    @PostMapping(PLACE)
    ModelAndView send(
            @PathVariable String type,
            @PathVariable String code,
            @PathVariable String deed,
            HttpServletRequest request,
            Actor actor,
            RedirectAttributes after) {
        ChangeKind kind = kind(deed);
        Subject subject = subject(kind, type, code, actor);
        Typed typed = Typed.posted(request.getParameterMap());
        if (!typed.said("from").isBlank() && Drafts.day(typed.said("from")) == null) {
            List<Finding> wrong = List.of(Finding.error("/effectiveFrom", "type", "DATE"));
            return refused(
                    kind, subject, typed, new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", wrong), actor);
        }
        try {
            UUID id = road.ask(deeds.ask(kind, type, code, typed), actor);
            String number = requests.detail(id, actor).line().request().number();
            after.addFlashAttribute("note", texts.of("ask.sent", number));
            after.addAttribute("tab", "mine");
            return new ModelAndView("redirect:/inbox/" + id);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e)
                    .filter(one -> one.status() != HttpStatus.NOT_FOUND)
                    .orElseThrow(() -> e);
            return refused(kind, subject, typed, refusal, actor);
        }
    }

    private static ChangeKind kind(String deed) {
        return ChangeKind.valueOf(deed.toUpperCase(Locale.ROOT));
    }

    /** The use of a record may be asked for by those who do not see it; they are told nothing of it but its code. */
    private Subject subject(ChangeKind kind, String type, String code, Actor reader) {
        try {
            return subjects.record(type, code, reader);
        } catch (NotThere e) {
            if (kind != ChangeKind.EXTEND || !code.matches("[\\w-]{1,60}")) {
                throw e;
            }
            subjects.fresh(type);
            return new Subject(type, code, null, null, 0, FieldValues.none(), null, true);
        }
    }

    private ModelAndView refused(ChangeKind kind, Subject subject, Typed typed, Refusal refusal, Actor reader) {
        ModelAndView page = page(kind, subject, typed, refusal.findings(), reader);
        page.setStatus(refusal.status());
        page.addObject("refusal", refusal.code());
        return page;
    }

    private ModelAndView page(ChangeKind kind, Subject subject, Typed typed, List<Finding> findings, Actor reader) {
        ModelAndView page = new ModelAndView("ask/deed");
        String words = "kind." + kind.name();
        page.addObject("title", texts.or(words + "." + subject.type(), texts.of(words)));
        page.addObject("kind", kind.name());
        page.addObject("deed", kind.name().toLowerCase(Locale.ROOT));
        page.addObject("subject", subject);
        page.addObject("name", subject.now().get("name"));
        page.addObject("fields", deeds.fields(kind, subject, typed, findings, reader));
        return page;
    }
}
