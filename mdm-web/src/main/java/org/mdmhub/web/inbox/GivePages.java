package org.mdmhub.web.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.road.Reassigning;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A step that waits is given to one person. */
@Screen
class GivePages {

    private final Reassigning reassigning;
    private final Decided decided;
    private final Texts texts;

    GivePages(Reassigning reassigning, Decided decided, Texts texts) {
        this.reassigning = reassigning;
        this.decided = decided;
        this.texts = texts;
    }

    @PostMapping("/inbox/{id}/give")
    ModelAndView give(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Integer step,
            @ModelAttribute("place") Place place,
            NativeWebRequest call,
            Actor actor,
            RedirectAttributes after) {
        try {
            reassigning.reassign(id, step, to.strip(), reason.strip(), actor);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e)
                    .filter(one -> one.status() != HttpStatus.NOT_FOUND)
                    .orElseThrow(() -> e);
            return decided.refused(new Decided.Case("give", id, place, call, actor), refusal)
                    .addObject("givenTo", to)
                    .addObject("givenReason", reason);
        }
        after.addFlashAttribute("note", texts.of("give.done", to));
        return new ModelAndView("redirect:/inbox/" + id + place.query());
    }
}
