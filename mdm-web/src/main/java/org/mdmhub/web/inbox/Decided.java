package org.mdmhub.web.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.request.Claims;
import org.mdmhub.road.Undo;
import org.mdmhub.web.layout.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page after a decision: the next request where there is a script to swap it in, else the same one. */
@Component
class Decided {

    private static final String INBOX = "/inbox";
    // behind these the same request is looked at again
    private static final Set<String> STAYING = Set.of("withdraw", "undo", "wake");
    private static final long SNOOZED = 30;

    private final Panes panes;
    private final RequestSheets sheets;
    private final InboxList list;
    private final Searching searching;
    private final Undo undo;
    private final Claims claims;

    Decided(Panes panes, RequestSheets sheets, InboxList list, Searching searching, Undo undo, Claims claims) {
        this.panes = panes;
        this.sheets = sheets;
        this.list = list;
        this.searching = searching;
        this.undo = undo;
        this.claims = claims;
    }

    /**
     * Who decides what, and where.
     *
     * @param deed as its address says it
     * @param call may say that its page swaps in what is sent, so that it need not be a whole one
     */
    record Case(String deed, UUID id, Place place, NativeWebRequest call, Actor actor) {

        boolean swap() {
            return call.getHeader("HX-Request") != null;
        }

        /** Where the reader is from now on. */
        void leadsTo(@Nullable UUID shown) {
            HttpServletResponse response = call.getNativeResponse(HttpServletResponse.class);
            if (response != null && swap()) {
                response.setHeader("HX-Push-Url", INBOX + (shown == null ? "" : "/" + shown) + place.query());
            }
        }
    }

    ModelAndView done(Case what, RedirectAttributes after) {
        Place place = what.place();
        boolean stays = STAYING.contains(what.deed());
        UUID next = what.actor().may(Right.DECIDE)
                ? searching.nextWaiting(place, what.id(), what.actor()).orElse(null)
                : null;
        if (!stays) {
            claims.release(what.id(), what.actor().login());
        }
        Done done = Done.of(what.deed(), sheets.sheet(what.id(), what.actor()), next, seconds(what));
        if (!what.swap()) {
            after.addFlashAttribute("done", done);
            return new ModelAndView("redirect:" + INBOX + "/" + what.id() + place.query());
        }
        UUID shown = stays ? what.id() : next;
        ModelAndView page = page(what, shown);
        page.addObject("done", done);
        return page;
    }

    /** How long it can be taken back; what somebody put off he can see again at any time. */
    private @Nullable Long seconds(Case what) {
        if (what.deed().equals("snooze")) {
            return SNOOZED;
        }
        return STAYING.contains(what.deed())
                ? null
                : undo.until(what.id(), what.actor())
                        .map(end -> Duration.between(Instant.now(), end).toSeconds())
                        .filter(left -> left > 0)
                        .orElse(null);
    }

    ModelAndView refused(Case what, Refusal refusal) {
        ModelAndView page = page(what, what.id());
        page.setStatus(refusal.status());
        page.addObject("tried", what.deed());
        page.addObject("refusal", refusal);
        return page;
    }

    private ModelAndView page(Case what, @Nullable UUID shown) {
        what.leadsTo(shown);
        ModelAndView page = new ModelAndView(what.swap() ? "inbox/inbox :: both" : "inbox/inbox");
        page.addObject("open", true);
        if (what.swap()) {
            page.addObject("swap", true);
        }
        page.addObject("list", list.page(what.place(), what.actor()));
        if (shown != null) {
            page.addObject("pane", panes.pane(shown, what.place(), what.actor()));
        }
        return page;
    }
}
