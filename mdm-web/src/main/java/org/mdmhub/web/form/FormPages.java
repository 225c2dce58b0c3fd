package org.mdmhub.web.form;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forms without code: each plan is looked at, tried as a preview, and sent for approval. */
@Screen
@RequestMapping("/standard/forms")
class FormPages {

    private final FormSheets sheets;
    private final FormPlans plans;
    private final FormProposal proposal;
    private final MasterTypes types;
    private final Road road;
    private final Texts texts;

    FormPages(FormSheets sheets, FormPlans plans, FormProposal proposal, MasterTypes types, Road road, Texts texts) {
        this.sheets = sheets;
        this.plans = plans;
        this.proposal = proposal;
        this.types = types;
        this.road = road;
        this.texts = texts;
    }

    /** A kind of master and how much is laid down for its form. */
    record Line(String type, int version, int sections, int conditions) {}

    @GetMapping
    ModelAndView list() {
        List<Line> lines = types.keys().stream().sorted().map(this::line).toList();
        return new ModelAndView("form/list", Map.of("lines", lines));
    }

    private Line line(String type) {
        FormPlan plan = plans.of(type);
        return new Line(
                type,
                plans.version(type),
                plan.sections().size(),
                plan.conditions().size());
    }

    @GetMapping(params = "key")
    ModelAndView one(
            @RequestParam String key,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String role,
            Actor reader) {
        var viewer = new FormSheets.Viewer(group(known(key), group), role, true);
        return page(key, plans.content(key).asMap(), List.of(), viewer, "", 0, reader);
    }

    @PostMapping("/{type}/{verb}")
    ModelAndView deed(
            @PathVariable String type,
            @PathVariable String verb,
            @ModelAttribute("plan") PlanForm form,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "true") boolean fresh,
            Actor actor,
            RedirectAttributes after) {
        FieldValues before = plans.content(known(type));
        Map<String, @Nullable Object> content = form.content(before.asMap(), sheets.names(type));
        var viewer = new FormSheets.Viewer(group(type, group), role, fresh);
        if (verb.equals("ask")) {
            return asked(type, form, content, viewer, actor, after);
        }
        List<Finding> findings = proposal.check(type, before, FieldValues.exact(content));
        return page(type, content, findings, viewer, form.said(), verb.equals("add") ? 1 : 0, actor);
    }

    private ModelAndView asked(
            String type,
            PlanForm form,
            Map<String, @Nullable Object> content,
            FormSheets.Viewer viewer,
            Actor actor,
            RedirectAttributes after) {
        try {
            Ask ask = Ask.setting(FormPlans.TYPE, ChangeKind.UPDATE, type, form.base(), content, form.said());
            UUID id = road.ask(ask, actor);
            after.addFlashAttribute("note", texts.of("form.asked"));
            after.addAttribute("tab", "mine");
            return new ModelAndView("redirect:/inbox/" + id);
        } catch (Refused e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            ModelAndView page = page(type, content, refusal.findings(), viewer, form.said(), 0, actor);
            page.setStatus(refusal.status() == HttpStatus.NOT_FOUND ? HttpStatus.CONFLICT : refusal.status());
            return page.addObject("refusal", refusal.code());
        }
    }

    private ModelAndView page(
            String type,
            Map<String, ? extends @Nullable Object> content,
            List<Finding> findings,
            FormSheets.Viewer viewer,
            String reason,
            int more,
            Actor reader) {
        var sheet = sheets.sheet(type, new java.util.LinkedHashMap<>(content), findings, viewer, reason, more, reader);
        return new ModelAndView(
                "form/one", Map.of("sheet", sheet, "viewer", viewer, "name", texts.or("nav." + type, type)));
    }

    /** The asked group, or the one that an empty form begins with. */
    private String group(String type, String asked) {
        FormPlan plan = plans.of(type);
        boolean known = sheets.groups(type, plan).stream()
                .anyMatch(choice -> choice.value().equals(asked));
        return known ? asked : plan.defaults().getOrDefault(String.valueOf(plan.by()), "");
    }

    private String known(String type) {
        if (types.find(type).isEmpty()) {
            throw new NotThere();
        }
        return type;
    }
}
