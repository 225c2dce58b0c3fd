package org.mdmhub.web.target;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.quality.CleanText;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.delivery.Lane;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One record in one target: what was sent and answered, and what can be done where it is not there. */
@Screen
class DeliveryPages {

    private static final int MAX_REASON = 1000;

    private final Deliveries deliveries;
    private final DeliverySheets sheets;
    private final Texts texts;

    DeliveryPages(Deliveries deliveries, DeliverySheets sheets, Texts texts) {
        this.deliveries = deliveries;
        this.sheets = sheets;
        this.texts = texts;
    }

    @GetMapping("/deliveries/{id}")
    String one(@PathVariable UUID id, Actor reader, Model model) {
        show(sheets.sheet(id, reader), reason(""), model);
        return "target/delivery";
    }

    /** Nothing where the page shows all there is, so that what somebody has opened there stays open. */
    @GetMapping(path = "/deliveries/{id}", headers = "HX-Request")
    Object news(@PathVariable UUID id, @RequestParam(defaultValue = "") String seen, Actor reader, Model model) {
        DeliverySheet sheet = sheets.sheet(id, reader);
        if (sheet.seen().equals(seen)) {
            return ResponseEntity.noContent().build();
        }
        show(sheet, reason(""), model);
        return new ModelAndView("target/delivery :: delivery", model.asMap());
    }

    @PostMapping("/deliveries/{id}/retry")
    ModelAndView retry(@PathVariable UUID id, Actor actor, Model model, RedirectAttributes after) {
        if (!deliveries.retry(sheets.lane(id, actor))) {
            return refused(id, HttpStatus.CONFLICT, texts.of("delivery.notNow"), reason(""), actor, model);
        }
        boolean there = sheets.lane(id, actor).state() == Lane.State.DELIVERED;
        after.addFlashAttribute(there ? "note" : "refused", texts.of(there ? "delivery.arrived" : "delivery.stillNot"));
        return new ModelAndView("redirect:/deliveries/" + id);
    }

    @PostMapping("/deliveries/{id}/skip")
    ModelAndView skip(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Model model,
            RedirectAttributes after) {
        Lane lane = sheets.lane(id, actor);
        String said = Objects.requireNonNullElse(reason, "").strip();
        String wrong = wrong(said);
        if (!wrong.isEmpty()) {
            return refused(
                    id, HttpStatus.UNPROCESSABLE_CONTENT, "", reason(said).wrong(wrong), actor, model);
        }
        if (!deliveries.skip(lane, actor.login() + ": " + said)) {
            return refused(id, HttpStatus.CONFLICT, texts.of("delivery.tooLate"), reason(said), actor, model);
        }
        after.addFlashAttribute("note", texts.of("delivery.skipped"));
        return new ModelAndView("redirect:/deliveries/" + id);
    }

    private String wrong(String reason) {
        if (reason.isEmpty()) {
            return texts.of("finding.required");
        }
        if (reason.codePointCount(0, reason.length()) > MAX_REASON) {
            return texts.of("finding.length", MAX_REASON);
        }
        return CleanText.isStorable(reason) ? "" : texts.of("finding.malformed");
    }

    private FormField reason(String typed) {
        return FormField.of(FormField.Input.AREA, "reason", texts.of("delivery.reason"), typed)
                .atMost(MAX_REASON)
                .must();
    }

    private ModelAndView refused(
            UUID id, HttpStatus status, String refusal, FormField reason, Actor actor, Model model) {
        show(sheets.sheet(id, actor), reason, model);
        if (!refusal.isEmpty()) {
            model.addAttribute("refused", refusal);
        }
        return new ModelAndView("target/delivery", model.asMap(), status);
    }

    private static void show(DeliverySheet sheet, FormField reason, Model model) {
        model.addAttribute("delivery", sheet);
        model.addAttribute("reason", reason);
    }
}
