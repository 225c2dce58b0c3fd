package org.mdmhub.web.survivorship;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.mdmhub.merge.SurvivorshipBook;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.standard.SettingRequests;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody does with the rules by which a value wins: fill in their form, try them, ask for them. */
@Screen
@RequestMapping(SurvivorshipSheets.PLACE)
class SurvivorshipDeeds {

    private final SurvivorshipBook book;
    private final SurvivorshipSheets sheets;
    private final SurvivorshipFields fields;
    private final TriedRules tried;
    private final SettingRequests asking;
    private final Reading reading;

    SurvivorshipDeeds(
            SurvivorshipBook book,
            SurvivorshipSheets sheets,
            SurvivorshipFields fields,
            TriedRules tried,
            SettingRequests asking,
            Reading reading) {
        this.book = book;
        this.sheets = sheets;
        this.fields = fields;
        this.tried = tried;
        this.asking = asking;
        this.reading = reading;
    }

    /** The form with more rows. */
    @PostMapping("/form")
    ModelAndView form(@RequestParam(defaultValue = "") String key, HttpServletRequest request, Actor actor) {
        return page(key, SurvivorshipForm.posted(request.getParameterMap()), List.of(), request, actor);
    }

    /** Before the merges that hold. */
    @PostMapping("/try")
    ModelAndView attempt(@RequestParam(defaultValue = "") String key, HttpServletRequest request, Actor actor) {
        SurvivorshipForm form = SurvivorshipForm.posted(request.getParameterMap());
        List<Finding> findings = check(key, form, actor);
        ModelAndView page = page(key, form, findings, request, actor);
        if (findings.stream().anyMatch(Finding::stops)) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        } else {
            page.addObject("trial", reading.as(actor, () -> tried.sheet(key, form.content(), actor)));
        }
        return page;
    }

    @PostMapping("/ask")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Actor actor,
            RedirectAttributes after) {
        SurvivorshipForm form = SurvivorshipForm.posted(request.getParameterMap());
        List<Finding> findings = check(key, form, actor);
        if (findings.stream().anyMatch(Finding::stops)) {
            return refused(key, form, findings, HttpStatus.UNPROCESSABLE_CONTENT, "invalid", request, actor);
        }
        int version = version(key, actor);
        try {
            return asking.ask(
                    SurvivorshipBook.TYPE,
                    version == 0 ? ChangeKind.CREATE : ChangeKind.UPDATE,
                    key,
                    version == 0 ? 0 : SettingRequests.base(request, version),
                    form.content(),
                    form.text("reason"),
                    actor,
                    after);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            return refused(key, form, refusal.findings(), refusal.status(), refusal.code(), request, actor);
        }
    }

    private List<Finding> check(String key, SurvivorshipForm form, Actor actor) {
        if (!book.types().contains(key)) {
            throw new NotThere();
        }
        return reading.as(actor, () -> book.check(key, form.content()));
    }

    private int version(String key, Actor actor) {
        return reading.as(actor, () -> book.of(key).version());
    }

    private ModelAndView page(
            String key, SurvivorshipForm form, List<Finding> findings, HttpServletRequest request, Actor actor) {
        if (!book.types().contains(key)) {
            throw new NotThere();
        }
        ModelAndView page = new ModelAndView("survivorship/form");
        page.addObject("key", key);
        page.addObject("name", sheets.name(key));
        page.addObject("base", SettingRequests.base(request, version(key, actor)));
        page.addObject("reason", form.text("reason"));
        page.addObject("parts", reading.as(actor, () -> fields.parts(key, form, findings)));
        return page;
    }

    private ModelAndView refused(
            String key,
            SurvivorshipForm form,
            List<Finding> findings,
            HttpStatus status,
            String refusal,
            HttpServletRequest request,
            Actor actor) {
        ModelAndView page = page(key, form, findings, request, actor);
        page.setStatus(status);
        page.addObject("refusal", refusal);
        return page;
    }
}
