package org.mdmhub.web.match;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.LearnedModels;
import org.mdmhub.matching.MatchModels;
import org.mdmhub.matching.ModelLearning;
import org.mdmhub.matching.ModelWeights;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.standard.SettingRequests;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Learns a model from the hub's own data, shows it beside the one in force, and asks for it. */
@Screen
@RequestMapping("/standard/matching")
class LearnedPages {

    private static final String SHIPPED = "0";

    private final ModelLearning learning;
    private final LearnedModels learned;
    private final MatchModels models;
    private final LearnedDesk desk;
    private final SettingRequests asking;
    private final Reading reading;
    private final Texts texts;

    LearnedPages(
            ModelLearning learning,
            LearnedModels learned,
            MatchModels models,
            LearnedDesk desk,
            SettingRequests asking,
            Reading reading,
            Texts texts) {
        this.learning = learning;
        this.learned = learned;
        this.models = models;
        this.desk = desk;
        this.asking = asking;
        this.reading = reading;
        this.texts = texts;
    }

    @PostMapping("/learn")
    String learn(@RequestParam(defaultValue = "") String type, Actor lead, RedirectAttributes after) {
        known(type);
        if (learning.ask(type, lead.login(), Instant.now()).isEmpty()) {
            after.addFlashAttribute("note", texts.of("match.learn.few", ModelLearning.FEWEST));
        }
        after.addAttribute("type", type);
        return "redirect:/standard/matching";
    }

    @GetMapping("/learned")
    ModelAndView one(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable String possible,
            Actor reader) {
        return page(type, number, possible, reader);
    }

    /** Asks for a learned model, or for {@code 0} the shipped one, with the score from which two are worth a look. */
    @PostMapping("/ask")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String possible,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor,
            RedirectAttributes after) {
        MatchModels.Facts now = known(type);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        // what is left out of a change stays as it is
        fields.put("learned", number.equals(SHIPPED) ? null : BigDecimal.valueOf(number(number)));
        fields.put("possible", score(possible));
        try {
            return asking.ask(
                    ModelWeights.TYPE,
                    now.setting() == 0 ? ChangeKind.CREATE : ChangeKind.UPDATE,
                    type,
                    now.setting() == 0 ? 0 : SettingRequests.base(request, now.setting()),
                    fields,
                    reason,
                    actor,
                    after);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            if (number.equals(SHIPPED)) {
                after.addFlashAttribute("refused", said(refusal));
                after.addAttribute("type", type);
                return new ModelAndView("redirect:/standard/matching");
            }
            ModelAndView page = page(type, number, possible, actor);
            page.setStatus(refusal.status());
            page.addObject("said", said(refusal));
            page.addObject("possible", possible);
            page.addObject("reason", reason);
            return page;
        }
    }

    private List<String> said(Refusal refusal) {
        return refusal.findings().isEmpty()
                ? List.of(texts.or("problem." + refusal.code(), refusal.code()))
                : refusal.findings().stream().map(texts::of).toList();
    }

    /** In percent as it was typed, as a score; what is no number stays as it is, for the check to say so. */
    private static @Nullable Object score(String typed) {
        String plain = typed.strip().replace(',', '.').replace("%", "");
        return plain.matches("\\d{1,3}(\\.\\d{1,2})?") ? new BigDecimal(plain).movePointLeft(2) : plain;
    }

    private ModelAndView page(String type, String number, @Nullable String possible, Actor reader) {
        MatchModels.Facts now = known(type);
        LearnedModels.Head head = learned.find(type, number(number))
                .filter(found -> found.state() != LearnedModels.State.LEARNING)
                .orElseThrow(NotThere::new);
        Trial trial = Trial.of(null, possible, now.match(), now.possible());
        ModelAndView page = new ModelAndView("match/learned");
        page.addObject("sheet", reading.as(reader, () -> desk.sheet(head, now, trial)));
        page.addObject("mayAsk", reader.may(Right.DEFINE));
        page.addObject("possible", trial.possibleText());
        page.addObject("reason", "");
        page.addObject("said", List.of());
        return page;
    }

    private static int number(String number) {
        if (!number.matches("\\d{1,9}")) {
            throw new NotThere();
        }
        return Integer.parseInt(number);
    }

    private MatchModels.Facts known(String type) {
        return models.of(type).orElseThrow(NotThere::new);
    }
}
