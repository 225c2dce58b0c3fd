package org.mdmhub.web.rule;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.quality.rule.RuleBook;
import org.mdmhub.quality.rule.Trials;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
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

/** What somebody does with a rule: fill in its form, try it, ask for it, switch it. */
@Screen
@RequestMapping("/standard/rules")
class RuleDeeds {

    private final RuleForms forms;
    private final Trials trials;
    private final SettingRequests asking;
    private final RuleBook book;

    RuleDeeds(RuleForms forms, Trials trials, SettingRequests asking, RuleBook book) {
        this.forms = forms;
        this.trials = trials;
        this.asking = asking;
        this.book = book;
    }

    /** Another kind of check, another kind of master, one more condition: the form with the fields for that. */
    @PostMapping("/form")
    ModelAndView form(@RequestParam(defaultValue = "") String key, HttpServletRequest request) {
        RuleForm form = RuleForm.posted(request.getParameterMap());
        ModelAndView page =
                new ModelAndView(request.getHeader("HX-Request") == null ? "rule/form" : "rule/form :: fields");
        page.addObject("sheet", forms.sheet(key, form, List.of()));
        page.addObject("reason", form.text("reason"));
        return page;
    }

    @PostMapping("/try")
    ModelAndView attempt(@RequestParam(defaultValue = "") String key, HttpServletRequest request, Actor actor) {
        RuleForm form = RuleForm.posted(request.getParameterMap());
        Map<String, @Nullable Object> content = form.content();
        List<Finding> findings = trials.check(content);
        if (!findings.isEmpty()) {
            return refused(key, form, findings, HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        }
        UUID trial = trials.begin(key, content, actor);
        return new ModelAndView("redirect:/standard/rules/edit?trial=" + trial + "&base=" + base(key, request));
    }

    @PostMapping("/cancel")
    ModelAndView cancel(@RequestParam(required = false) @Nullable UUID id, Actor actor) {
        if (id == null || !trials.cancel(id, actor)) {
            throw new NotThere();
        }
        return new ModelAndView("redirect:/standard/rules/edit?trial=" + id);
    }

    @PostMapping("/ask")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Actor actor,
            RedirectAttributes after) {
        RuleForm form = RuleForm.posted(request.getParameterMap());
        int version = forms.version(key);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(form.content());
        if (version > 0) {
            book.find(key).orElseThrow().setting().content().keySet().forEach(old -> fields.putIfAbsent(old, null));
        }
        List<Finding> findings = trials.check(form.content());
        if (!findings.isEmpty()) {
            return refused(key, form, findings, HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        }
        try {
            String wanted = version > 0 ? key : forms.freeKey(form);
            ChangeKind kind = version > 0 ? ChangeKind.UPDATE : ChangeKind.CREATE;
            int base = base(key, request);
            return asking.ask(RuleBook.TYPE, kind, wanted, base, fields, form.text("reason"), actor, after);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            return refused(key, form, refusal.findings(), refusal.status(), refusal.code())
                    .addObject("base", base(key, request));
        }
    }

    /** Switches a rule on or off, by a request like every change of it. */
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
        return asking.ask(RuleBook.TYPE, ChangeKind.UPDATE, key, version, fields, reason, actor, after);
    }

    private int base(String key, HttpServletRequest request) {
        return SettingRequests.base(request, forms.version(key));
    }

    private ModelAndView refused(String key, RuleForm form, List<Finding> findings, HttpStatus status, String refusal) {
        ModelAndView page = new ModelAndView("rule/form");
        page.setStatus(status);
        page.addObject("sheet", forms.sheet(key, form, findings));
        page.addObject("reason", form.text("reason"));
        page.addObject("refusal", refusal);
        return page;
    }
}
