package org.mdmhub.web.ask;

import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Screen;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody does with a request of his own, without writing on it. */
@Screen
class OwnRequests {

    private final Road road;
    private final RequestReader requests;
    private final Texts texts;

    OwnRequests(Road road, RequestReader requests, Texts texts) {
        this.road = road;
        this.requests = requests;
        this.texts = texts;
    }

    /** Takes it back; a draft is thrown away by that. */
    @PostMapping("/requests/{id}/withdraw")
    String withdraw(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        ChangeRequest request = requests.detail(id, actor).line().request();
        boolean draft = request.status() == ChangeStatus.DRAFT;
        road.withdraw(id, actor);
        after.addFlashAttribute(
                "note", draft ? texts.of("ask.discarded") : texts.of("ask.withdrawn", request.number()));
        return "redirect:/inbox?tab=mine";
    }

    /** Sends it, or sends it again, as it stands. */
    @PostMapping("/requests/{id}/submit")
    String submit(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        road.submit(id, actor);
        String number = requests.detail(id, actor).line().request().number();
        after.addFlashAttribute("note", texts.of("ask.sent", number));
        return "redirect:/inbox/" + id + "?tab=mine";
    }
}
