package org.mdmhub.web.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.quality.CleanText;
import org.mdmhub.quality.Finding;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Road;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decisions made in the inbox. What is refused comes back to the page with what was typed and the reason why. */
@Screen
class InboxDecisions {

    private static final int MAX_COMMENT = 2000;

    private final Road road;
    private final RequestSheets sheets;
    private final InboxList list;

    InboxDecisions(Road road, RequestSheets sheets, InboxList list) {
        this.road = road;
        this.sheets = sheets;
        this.list = list;
    }

    /** What somebody wants done; answers why it was not, or null. */
    private interface Deed {
        @Nullable
        Refusal done();
    }

    @PostMapping("/inbox/{id}/approve")
    ModelAndView approve(
            @PathVariable UUID id, @ModelAttribute("form") DecisionForm form, Actor actor, RedirectAttributes after) {
        Refusal refusal = tried(id, form, actor, () -> {
            ChangeStatus status = road.approve(id, form.remark(), form.others(), actor);
            return status == ChangeStatus.CONFLICT ? new Refusal(HttpStatus.CONFLICT, "conflict") : null;
        });
        return refusal == null ? done(id, form, "approve", after) : refused(id, form, "approve", refusal, actor);
    }

    @PostMapping("/inbox/{id}/return")
    ModelAndView sendBack(
            @PathVariable UUID id, @ModelAttribute("form") DecisionForm form, Actor actor, RedirectAttributes after) {
        Refusal refusal = tried(id, form, actor, () -> {
            String remark = form.remark();
            if (remark == null) {
                return invalid(Finding.error("/comment", "required"));
            }
            road.sendBack(id, remark, form.ticked(), actor);
            return null;
        });
        return refusal == null ? done(id, form, "return", after) : refused(id, form, "return", refusal, actor);
    }

    private static ModelAndView done(UUID id, DecisionForm form, String verdict, RedirectAttributes after) {
        after.addFlashAttribute("done", verdict);
        if (form.tab() != null) {
            after.addAttribute("tab", form.tab());
        }
        return new ModelAndView("redirect:/inbox/" + id);
    }

    private ModelAndView refused(UUID id, DecisionForm form, String verdict, Refusal refusal, Actor actor) {
        ModelAndView page = new ModelAndView("inbox/one");
        page.setStatus(refusal.status());
        page.addObject("tried", verdict);
        page.addObject("refusal", refusal);
        page.addObject("sheet", sheets.sheet(id, actor));
        page.addObject("list", list.page(form.tab(), null, actor));
        return page;
    }

    private @Nullable Refusal tried(UUID id, DecisionForm form, Actor actor, Deed deed) {
        try {
            Refusal unfit = unfit(form, sheets.sheet(id, actor));
            return unfit == null ? deed.done() : unfit;
        } catch (RuntimeException e) {
            return Refusal.of(e)
                    .filter(refusal -> refusal.status() != HttpStatus.NOT_FOUND)
                    .orElseThrow(() -> e);
        }
    }

    /** A decision is about what was on the page: another version of the request is to be looked at first. */
    private static @Nullable Refusal unfit(DecisionForm form, RequestSheet now) {
        Integer seen = form.version();
        if (seen != null && seen != now.version() && now.status().equals(ChangeStatus.IN_REVIEW.name())) {
            return new Refusal(HttpStatus.CONFLICT, "stale");
        }
        String comment = form.remark();
        if (comment != null && comment.codePointCount(0, comment.length()) > MAX_COMMENT) {
            return invalid(Finding.error("/comment", "length", String.valueOf(MAX_COMMENT)));
        }
        return comment != null && !CleanText.isWellFormed(comment)
                ? invalid(Finding.error("/comment", "malformed"))
                : null;
    }

    private static Refusal invalid(Finding finding) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", List.of(finding));
    }
}
