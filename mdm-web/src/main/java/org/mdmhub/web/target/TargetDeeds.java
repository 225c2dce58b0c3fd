package org.mdmhub.web.target;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Scope;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done about a target; each deed says what came of it. */
@Screen
class TargetDeeds {

    private final Targets targets;
    private final Deliveries deliveries;
    private final TargetSheets sheets;
    private final CauseWords causes;
    private final Texts texts;

    TargetDeeds(Targets targets, Deliveries deliveries, TargetSheets sheets, CauseWords causes, Texts texts) {
        this.targets = targets;
        this.deliveries = deliveries;
        this.sheets = sheets;
        this.causes = causes;
        this.texts = texts;
    }

    @PostMapping("/targets/{name}/pause")
    String pause(@PathVariable String name, Actor actor, RedirectAttributes after) {
        targets.pause(find(name).name(), true, TargetCards.PAUSED_BY + actor.login());
        return done(name, texts.of("target.paused"), after);
    }

    @PostMapping("/targets/{name}/resume")
    String resume(@PathVariable String name, RedirectAttributes after) {
        targets.pause(find(name).name(), false, null);
        return done(name, texts.of("target.resumed"), after);
    }

    @PostMapping("/targets/{name}/readiness")
    String readiness(@PathVariable String name, @RequestParam Target.Readiness readiness, RedirectAttributes after) {
        targets.choose(find(name).name(), readiness);
        return done(name, texts.of("readiness.chosen." + readiness), after);
    }

    @PostMapping("/targets/{name}/check")
    String check(@PathVariable String name, RedirectAttributes after) {
        Target target = find(name);
        Outcome outcome = deliveries.check(target);
        if (outcome instanceof Outcome.Accepted) {
            return done(name, texts.of("target.checked"), after);
        }
        String first = target.types().isEmpty() ? "" : target.types().get(0);
        String cause = causes.of(name, first, Deliveries.detail(outcome)).get(0).plain();
        after.addFlashAttribute("refused", texts.of("target.checkFailed", cause));
        return "redirect:/targets/" + name;
    }

    @PostMapping("/targets/{name}/replay")
    String replay(@PathVariable String name, RedirectAttributes after) {
        return done(
                name, texts.of("target.replayed", deliveries.replay(find(name).name())), after);
    }

    /** @param since as the browser's own field gives it, in the time zone of the hub; empty for all */
    @PostMapping("/targets/{name}/resend")
    ModelAndView resend(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String since,
            Actor actor,
            Model model,
            RedirectAttributes after) {
        find(name);
        Instant from;
        try {
            from = instant(since.strip());
        } catch (DateTimeException e) {
            sheets.show(name, new LaneFilter(null, null, null), actor, model);
            model.addAttribute("since", since);
            model.addAttribute("refused", texts.of("target.since.wrong"));
            return new ModelAndView("target/one", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        int again = Scope.of(actor, () -> deliveries.resend(name, from));
        return new ModelAndView(done(name, texts.of("target.resent", again), after));
    }

    private static @Nullable Instant instant(String since) {
        return since.isEmpty()
                ? null
                : LocalDateTime.parse(since).atZone(ZoneId.systemDefault()).toInstant();
    }

    private Target find(String name) {
        return targets.find(name).orElseThrow(NotThere::new);
    }

    private static String done(String name, String note, RedirectAttributes after) {
        after.addFlashAttribute("note", note);
        return "redirect:/targets/" + name;
    }
}
