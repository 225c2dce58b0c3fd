package org.mdmhub.web.merge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.MergeWish;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks to take a merge back, with what comes back before one's eyes. */
@Screen
class UnmergePages {

    private static final String OWNER = "owner.";

    private final UnmergeDesk desk;
    private final MergeDone done;
    private final Labels labels;
    private final Road road;

    UnmergePages(UnmergeDesk desk, MergeDone done, Labels labels, Road road) {
        this.desk = desk;
        this.done = done;
        this.labels = labels;
        this.road = road;
    }

    @GetMapping("/merges/{merge}/unmerge")
    ModelAndView open(@PathVariable UUID merge, @RequestParam(defaultValue = "") String back, Actor reader) {
        return page(merge, Map.of(), MergeForm.place(back), reader);
    }

    /** The same with the later edits given to whom he says. */
    @PostMapping("/merges/{merge}/unmerge/look")
    ModelAndView look(
            @PathVariable UUID merge,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest call,
            Actor reader) {
        return page(merge, owners(call), MergeForm.place(back), reader);
    }

    @PostMapping("/merges/{merge}/unmerge/ask")
    ModelAndView ask(
            @PathVariable UUID merge,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String reasonCode,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest call,
            Actor actor,
            RedirectAttributes after) {
        String type = desk.entry(merge).type();
        String why = reason.strip().replace("\0", "");
        Ask ask =
                Ask.merge(type, ChangeKind.UNMERGE, MergeWish.unmerge(merge, owners(call)), why.isEmpty() ? null : why);
        try {
            UUID id = road.ask(reasonCode.isBlank() ? ask : ask.because(reasonCode), actor);
            return done.after(id, MergeForm.place(back), actor, after);
        } catch (Refused e) {
            if (e.reason() == Refused.Reason.NOT_FOUND || e.reason() == Refused.Reason.STATE) {
                throw e;
            }
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            ModelAndView page = page(merge, owners(call), MergeForm.place(back), actor);
            page.setStatus(refusal.status());
            page.addObject("findings", refusal.findings());
            return page;
        }
    }

    private ModelAndView page(UUID merge, Map<String, String> owners, String back, Actor reader) {
        ModelAndView page = new ModelAndView("merge/unmerge");
        page.addObject("undone", desk.view(merge, owners, back, reader));
        page.addObject("reasons", labels.reasons());
        return page;
    }

    private static Map<String, String> owners(HttpServletRequest call) {
        Map<String, String> owners = new LinkedHashMap<>();
        call.getParameterMap().forEach((name, sent) -> {
            if (name.startsWith(OWNER) && sent.length == 1) {
                owners.put(name.substring(OWNER.length()), sent[0]);
            }
        });
        return owners;
    }
}
