package org.mdmhub.web.policy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.policy.Answer;
import org.mdmhub.policy.PolicyAnswers;
import org.mdmhub.policy.Sufficiency;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.PolicyCase;
import org.mdmhub.request.Step;
import org.mdmhub.road.Rehearsals;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.PolicyWords;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Which policy would this request meet, and why: for one that somebody invents. */
@Screen
@RequestMapping("/standard/policies/which")
class WhichPages {

    private final Rehearsals rehearsals;
    private final PolicyAnswers policies;
    private final PolicyFields fields;
    private final PolicyWords words;
    private final Sufficiency sufficiency;
    private final MasterTypes types;
    private final Organisations organisations;
    private final Labels labels;
    private final Texts texts;
    private final Reading reading;
    private final JsonMapper json;

    WhichPages(
            Rehearsals rehearsals,
            PolicyAnswers policies,
            PolicyFields fields,
            PolicyWords words,
            Sufficiency sufficiency,
            MasterTypes types,
            Organisations organisations,
            Labels labels,
            Texts texts,
            Reading reading,
            JsonMapper json) {
        this.rehearsals = rehearsals;
        this.policies = policies;
        this.fields = fields;
        this.words = words;
        this.sufficiency = sufficiency;
        this.types = types;
        this.organisations = organisations;
        this.labels = labels;
        this.texts = texts;
        this.reading = reading;
        this.json = json;
    }

    /**
     * What policies would say.
     *
     * @param course a line a stage, who would be asked
     * @param nobody steps for which there would be nobody, in words
     */
    record Said(List<PolicyWords.Line> met, List<PolicyWords.Line> unmet, List<String> course, List<String> nobody) {}

    @GetMapping
    ModelAndView blank(Actor actor) {
        return page(new PolicyForm(Map.of("type", "customers", "kind", "UPDATE")), List.of(), actor);
    }

    @PostMapping
    ModelAndView answer(HttpServletRequest request, Actor actor) {
        PolicyForm form = PolicyForm.posted(request.getParameterMap());
        if (request.getParameter("more") != null) {
            return page(form, List.of(), actor);
        }
        try {
            PolicyCase asked = rehearsals.of(new WhichForm(form).ask(json), actor);
            ModelAndView page = page(form, List.of(), actor);
            page.addObject("said", reading.as(actor, () -> said(asked, actor)));
            return page;
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            ModelAndView page = page(form, refusal.findings(), actor);
            page.setStatus(refusal.status());
            page.addObject("refusal", refusal.code());
            return page;
        }
    }

    private Said said(PolicyCase asked, Actor actor) {
        List<Answer> answers = policies.answers(asked);
        List<Step> steps = PolicyAnswers.steps(answers);
        return new Said(
                words.met(answers, asked.type()),
                words.unmet(answers, asked.type()),
                words.course(steps),
                sufficiency.lacking(steps, asked.ownerUnit(), Set.of(actor.login()), Map.of()).stream()
                        .map(words::who)
                        .toList());
    }

    private ModelAndView page(PolicyForm form, List<Finding> findings, Actor actor) {
        ModelAndView page = new ModelAndView("policy/which");
        PolicySaid said = new PolicySaid(form, findings, texts);
        List<FormField> what = reading.as(actor, () -> what(said, actor));
        List<List<FormField>> rows = reading.as(actor, () -> rows(said));
        List<FormField> all = new ArrayList<>(what);
        rows.forEach(all::addAll);
        page.addObject("what", what);
        page.addObject("rows", rows);
        page.addObject("elsewhere", said.elsewhere(all));
        return page;
    }

    private List<FormField> what(PolicySaid said, Actor actor) {
        List<Option> units = new ArrayList<>(List.of(PolicyFields.NOTHING));
        organisations.all().stream()
                .filter(unit -> actor.asksFor().contains(unit.id()))
                .forEach(unit -> units.add(new Option(unit.code(), unit.name(LocaleContextHolder.getLocale()))));
        return List.of(
                said.select(
                        "type",
                        labels.field("policies", "type"),
                        types.keys().stream()
                                .map(key -> new Option(key, texts.or("nav." + key, key)))
                                .toList()),
                said.select(
                        "kind",
                        texts.of("policy.head.kind"),
                        Arrays.stream(ChangeKind.values())
                                .map(kind -> new Option(kind.name(), texts.of("kind." + kind.name())))
                                .toList()),
                said.of(Input.TEXT, "code", texts.of("policy.which.code"))
                        .atMost(60)
                        .hinted(texts.of("policy.which.code.hint")),
                said.select("orgUnit", texts.of("policy.which.unit"), units));
    }

    private List<List<FormField>> rows(PolicySaid said) {
        String type = said.form().text("type");
        List<Option> options = fields.options(type.isEmpty() ? "customers" : type, field -> true);
        List<List<FormField>> rows = new ArrayList<>();
        int most = Math.max(3, said.form().rows("asked", WhichForm.MOST_FIELDS) + 1);
        for (int i = 0; i < Math.min(WhichForm.MOST_FIELDS, most); i++) {
            String at = "asked." + i + ".";
            rows.add(List.of(
                    said.select(at + "field", texts.of("rule.when.field", i + 1), options),
                    said.of(Input.TEXT, at + "value", texts.of("policy.which.value", i + 1))
                            .atMost(2000)));
        }
        return rows;
    }
}
