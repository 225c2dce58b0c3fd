package org.mdmhub.web.merge;

import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.road.Refused;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.mdmhub.road.Undo;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Screen;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes back a merge that was just asked for, by one key: the request, or what it did where nobody had to agree. */
@Screen
class MergeUndo {

    private final Road road;
    private final Undo undo;
    private final RequestReader requests;
    private final Texts texts;

    MergeUndo(Road road, Undo undo, RequestReader requests, Texts texts) {
        this.road = road;
        this.undo = undo;
        this.requests = requests;
        this.texts = texts;
    }

    @PostMapping("/merges/{merge}/undo")
    String undo(
            @PathVariable UUID merge,
            @RequestParam(defaultValue = "") String back,
            Actor actor,
            RedirectAttributes after) {
        RequestReader.Detail detail = requests.detail(merge, actor);
        String number = detail.line().request().number();
        String place = MergeForm.place(back);
        String words = "merge.undone";
        try {
            if (MergeDone.withdrawable(detail, actor)) {
                road.withdraw(merge, actor);
            } else {
                undo.undo(merge, actor);
            }
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.STATE) {
                throw e;
            }
            words = "merge.undone.late";
        }
        after.addFlashAttribute("note", texts.of(words, number));
        return "redirect:" + (place.isEmpty() ? "/inbox/" + merge + "?tab=mine" : place);
    }
}
