package org.mdmhub.web.policy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.policy.PolicyBook;
import org.mdmhub.policy.PolicyTrials;
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

/** What somebody does with a policy: fill in its form, try it, ask for it, switch it. */
@Screen
@RequestMapping("/standard/policies")
class PolicyDeeds {

    private final PolicyForms forms;
    private final PolicyTrials trials;
    private final TriedPolicies tried;
    private final SettingRequests asking;
    private final PolicyBook book;
    private final Reading reading;

    PolicyDeeds(
            PolicyForms forms,
            PolicyTrials trials,
            TriedPolicies tried,
            SettingRequests asking,
            PolicyBook book,
            Reading reading) {
        this.forms = forms;
        this.trials = trials;
        this.tried = tried;
        this.asking = asking;
        this.book = book;
        this.reading = reading;
    }

    /** Another kind of master, one more row: the form with the fields for that. */
    @PostMapping("/form")
    ModelAndView form(@RequestParam(defaultValue = "") String key, HttpServletRequest request, Actor actor) {
        PolicyForm form = PolicyForm.posted(request.getParameterMap());
        String view = request.getHeader("HX-Request") == null ? "policy/form" : "policy/form :: fields";
        return page(view, key, form, List.of(), request, actor);
    }

    /** Before the requests that are open now. */
    @PostMapping("/try")
    ModelAndView attempt(@RequestParam(defaultValue = "") String key, HttpServletRequest request, Actor actor) {
        PolicyForm form = PolicyForm.posted(request.getParameterMap());
        List<Finding> findings = check(key, form, actor);
        ModelAndView page = page("policy/form", key, form, findings, request, actor);
        if (stopped(findings)) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        } else {
            page.addObject("trial", tried.table(key, form.content(), actor));
        }
        return page;
    }

    @PostMapping("/ask")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Actor actor,
            RedirectAttributes after) {
        PolicyForm form = PolicyForm.posted(request.getParameterMap());
        int version = forms.version(key);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(form.content());
        if (version > 0) {
            book.find(key).orElseThrow().setting().content().keySet().forEach(old -> fields.putIfAbsent(old, null));
        }
        List<Finding> findings = check(key, form, actor);
        if (stopped(findings)) {
            return refused(key, form, findings, HttpStatus.UNPROCESSABLE_CONTENT, "invalid", request, actor);
        }
        try {
            String wanted = version > 0 ? key : forms.freeKey(form);
            ChangeKind kind = version > 0 ? ChangeKind.UPDATE : ChangeKind.CREATE;
            int base = base(key, request);
            return asking.ask(PolicyBook.TYPE, kind, wanted, base, fields, form.text("reason"), actor, after);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            return refused(key, form, refusal.findings(), refusal.status(), refusal.code(), request, actor);
        }
    }

    /** Switches a policy on or off, by a request like every change of it. */
    @PostMapping("/switch")
    ModelAndView flip(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes after) {
        int version = forms.version(key);
        if (version == 0) {
            throw new NotThere();
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(Map.of("active", active));
        return asking.ask(PolicyBook.TYPE, ChangeKind.UPDATE, key, version, fields, reason, actor, after);
    }

    private List<Finding> check(String key, PolicyForm form, Actor actor) {
        return reading.as(actor, () -> trials.check(key, form.content()));
    }

    private static boolean stopped(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::stops);
    }

    private int base(String key, HttpServletRequest request) {
        return SettingRequests.base(request, forms.version(key));
    }

    private ModelAndView page(
            String view, String key, PolicyForm form, List<Finding> findings, HttpServletRequest request, Actor actor) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("sheet", reading.as(actor, () -> forms.sheet(key, form, findings)));
        page.addObject("reason", form.text("reason"));
        page.addObject("base", base(key, request));
        return page;
    }

    private ModelAndView refused(
            String key,
            PolicyForm form,
            List<Finding> findings,
            HttpStatus status,
            String refusal,
            HttpServletRequest request,
            Actor actor) {
        ModelAndView page = page("policy/form", key, form, findings, request, actor);
        page.setStatus(status);
        page.addObject("refusal", refusal);
        return page;
    }
}
