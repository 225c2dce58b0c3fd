package org.mdmhub.web.inbox;

import java.time.Instant;
import java.util.UUID;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.quality.CleanText;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a steward says of two records that may be the same. */
@Screen
class PairMoves {

    private static final int MAX_REASON = 2000;

    private final DuplicatePairs pairs;
    private final Reading reading;
    private final Texts texts;

    PairMoves(DuplicatePairs pairs, Reading reading, Texts texts) {
        this.pairs = pairs;
        this.reading = reading;
        this.texts = texts;
    }

    /** They are not the same. */
    @PostMapping("/inbox/pairs/{id}/dismiss")
    String dismiss(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("place") Place place,
            Actor actor,
            RedirectAttributes flash) {
        reading.as(
                actor,
                () -> pairs.find(id, actor.unitsWith(Right.JUDGE_DUPLICATES)).orElseThrow(NotThere::new));
        String said = CleanText.isStorable(reason) ? reason.strip() : "";
        String told = said.isEmpty() || said.length() > MAX_REASON
                ? "pair.reasonNeeded"
                : pairs.dismiss(id, actor.login(), said, Instant.now()) ? "pair.dismissed" : "pair.late";
        flash.addFlashAttribute("note", texts.of(told));
        return "redirect:/inbox" + place.query();
    }
}
