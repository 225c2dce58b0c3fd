package org.mdmhub.web.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.quality.CleanText;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.FieldApproval;
import org.mdmhub.road.Road;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decisions made in the inbox. What is refused comes back to the page with what was typed and the reason why. */
@Screen
class InboxDecisions {

    private static final int MAX_COMMENT = 2000;

    private final Road road;
    private final FieldApproval partly;
    private final RequestSheets sheets;
    private final Decided decided;

    InboxDecisions(Road road, FieldApproval partly, RequestSheets sheets, Decided decided) {
        this.road = road;
        this.partly = partly;
        this.sheets = sheets;
        this.decided = decided;
    }

    /** What somebody wants done; answers why it was not, or null. */
    private interface Deed {
        @Nullable
        Refusal done();
    }

    @PostMapping("/inbox/{id}/approve")
    ModelAndView approve(
            @PathVariable UUID id,
            @ModelAttribute("form") DecisionForm form,
            @ModelAttribute("place") Place place,
            NativeWebRequest call,
            Actor actor,
            RedirectAttributes after) {
        return decide(new Decided.Case("approve", id, place, call, actor), form, after, () -> {
            if (form.isSome() && form.ticked().isEmpty()) {
                return invalid(Finding.error("/fields", "noneTicked"));
            }
            ChangeStatus status = partly.approve(id, form.version(), form.remark(), form.others(), form.ticked(), actor)
                    .status();
            return status == ChangeStatus.CONFLICT ? new Refusal(HttpStatus.CONFLICT, "conflict") : null;
        });
    }

    @PostMapping("/inbox/{id}/return")
    ModelAndView sendBack(
            @PathVariable UUID id,
            @ModelAttribute("form") DecisionForm form,
            @ModelAttribute("place") Place place,
            NativeWebRequest call,
            Actor actor,
            RedirectAttributes after) {
        return decide(new Decided.Case("return", id, place, call, actor), form, after, () -> {
            road.sendBack(id, form.version(), form.remark(), form.ticked(), actor);
            return null;
        });
    }

    @PostMapping("/inbox/{id}/reject")
    ModelAndView reject(
            @PathVariable UUID id,
            @ModelAttribute("form") DecisionForm form,
            @ModelAttribute("place") Place place,
            NativeWebRequest call,
            Actor actor,
            RedirectAttributes after) {
        return decide(new Decided.Case("reject", id, place, call, actor), form, after, () -> {
            road.reject(id, form.version(), form.remark(), actor);
            return null;
        });
    }

    /** Who asked takes it back. */
    @PostMapping("/inbox/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @ModelAttribute("form") DecisionForm form,
            @ModelAttribute("place") Place place,
            NativeWebRequest call,
            Actor actor,
            RedirectAttributes after) {
        return decide(new Decided.Case("withdraw", id, place, call, actor), form, after, () -> {
            road.withdraw(id, actor);
            return null;
        });
    }

    private ModelAndView decide(Decided.Case what, DecisionForm form, RedirectAttributes after, Deed deed) {
        Refusal refusal = tried(what, form, deed);
        return refusal == null ? decided.done(what, after) : decided.refused(what, refusal);
    }

    private @Nullable Refusal tried(Decided.Case what, DecisionForm form, Deed deed) {
        try {
            Refusal unfit = unfit(what.deed(), form, sheets.sheet(what.id(), what.actor()));
            return unfit == null ? deed.done() : unfit;
        } catch (RuntimeException e) {
            return Refusal.of(e)
                    .filter(refusal -> refusal.status() != HttpStatus.NOT_FOUND)
                    .orElseThrow(() -> e);
        }
    }

    /** A decision is about what was on the page: another version of the request is to be looked at first. */
    private static @Nullable Refusal unfit(String deed, DecisionForm form, RequestSheet now) {
        Integer seen = form.version();
        if (seen != null && seen != now.version() && now.status().equals(ChangeStatus.IN_REVIEW.name())) {
            return new Refusal(HttpStatus.CONFLICT, "stale");
        }
        String comment = form.remark();
        if (comment == null) {
            boolean needed = deed.equals("return") || deed.equals("reject");
            return needed ? invalid(Finding.error("/comment", "required")) : null;
        }
        if (comment.codePointCount(0, comment.length()) > MAX_COMMENT) {
            return invalid(Finding.error("/comment", "length", String.valueOf(MAX_COMMENT)));
        }
        return CleanText.isWellFormed(comment) ? null : invalid(Finding.error("/comment", "malformed"));
    }

    private static Refusal invalid(Finding finding) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", List.of(finding));
    }
}
