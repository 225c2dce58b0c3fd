package org.mdmhub.web.merge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Undo;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page behind a merge that was asked for: the one that he came from, with what was done and how to take it back. */
@Component
class MergeDone {

    private static final long SECONDS = 30;

    private final RequestReader requests;
    private final Undo undo;

    MergeDone(RequestReader requests, Undo undo) {
        this.requests = requests;
        this.undo = undo;
    }

    /**
     * What was done, told on the page that follows.
     *
     * @param status of the request now
     * @param back the page that follows
     * @param seconds how long it can be taken back by one key, 0 for not at all
     */
    record Told(UUID id, String number, String kind, String status, String back, long seconds) {

        /** Key of the words for it. */
        public String words() {
            return "merge.done." + kind + "." + (status.equals("APPLIED") ? status : "further");
        }
    }

    ModelAndView after(UUID id, String back, Actor actor, RedirectAttributes after) {
        RequestReader.Detail detail = requests.detail(id, actor);
        ChangeRequest request = detail.line().request();
        String place = back.isEmpty() ? "/inbox/" + id + "?tab=mine" : back;
        long seconds = withdrawable(detail, actor)
                ? SECONDS
                : undo.until(id, actor)
                        .map(end -> Duration.between(Instant.now(), end).toSeconds())
                        .orElse(0L);
        after.addFlashAttribute(
                "merged",
                new Told(
                        id,
                        request.number(),
                        request.kind().name(),
                        request.status().name(),
                        place,
                        Math.max(0, seconds)));
        return new ModelAndView("redirect:" + place);
    }

    /** Whether he asked for it, and nobody decided yet. */
    static boolean withdrawable(RequestReader.Detail detail, Actor actor) {
        ChangeRequest request = detail.line().request();
        return request.requestedBy().equals(actor.login())
                && request.status().allows(ChangeStatus.Action.WITHDRAW)
                && detail.decisions().isEmpty();
    }

    /** The code of the record that it is about. */
    Optional<String> code(UUID id, Actor actor) {
        return Optional.ofNullable(requests.detail(id, actor).line().code());
    }
}
