package org.mdmhub.web.merge;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.MergePreview;
import org.mdmhub.road.MergePreviews;
import org.mdmhub.road.MergeWish;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The merge screen: two to ten records beside each other, what the survivor will be first. */
@Screen
class MergePages {

    private static final int MOST = 10;

    private final MergeDesk desk;
    private final MergeMoves moves;
    private final MergePreviews previews;
    private final MergeDone done;
    private final MasterTypes types;
    private final Labels labels;
    private final Road road;

    MergePages(
            MergeDesk desk,
            MergeMoves moves,
            MergePreviews previews,
            MergeDone done,
            MasterTypes types,
            Labels labels,
            Road road) {
        this.desk = desk;
        this.moves = moves;
        this.previews = previews;
        this.done = done;
        this.types = types;
        this.labels = labels;
        this.road = road;
    }

    /** @param codes of the records, parted by commas or blanks; none shows where to say them */
    @GetMapping("/merges/new")
    ModelAndView open(
            @RequestParam(defaultValue = "customers") String type,
            @RequestParam(defaultValue = "") List<String> codes,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest call,
            Actor reader) {
        known(type);
        return page(MergeForm.opened(type, codes, back.isEmpty() ? cameFrom(call) : back), call, reader);
    }

    /** The same page of the same choice, as where there is no script, or the part of it that lives. */
    @PostMapping("/merges/new/look")
    ModelAndView look(HttpServletRequest call, Actor reader) {
        return page(posted(call), call, reader);
    }

    @PostMapping("/merges/new/ask")
    ModelAndView ask(HttpServletRequest call, Actor actor, RedirectAttributes after) {
        MergeForm form = posted(call);
        String unfit = unfit(form);
        if (!unfit.isEmpty()) {
            return which(form, unfit, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            MergePreview preview = desk.preview(form, actor);
            if (!preview.plan().hash().equals(form.hash())) {
                return differs(form, preview, actor);
            }
            UUID id = road.ask(wanted(form, preview.plan().hash()), actor);
            return done.after(id, form.back(), actor, after);
        } catch (Refused e) {
            if (e.reason() == Refused.Reason.MOVED) {
                return differs(form, desk.preview(form, actor), actor);
            }
            return refused(form, e, call, actor);
        }
    }

    /** What the targets report of them; slow, so that a page fetches it behind itself. */
    @GetMapping("/merges/facts")
    ModelAndView facts(
            @RequestParam(defaultValue = "customers") String type,
            @RequestParam(defaultValue = "") List<String> codes,
            HttpServletRequest call,
            Actor reader) {
        known(type);
        MergeForm form = MergeForm.opened(type, codes, "");
        ModelAndView page = new ModelAndView(isPart(call) ? "merge/facts :: facts" : "merge/facts");
        boolean some = unfit(form).isEmpty();
        page.addObject("form", form);
        page.addObject(
                "facts",
                some ? previews.facts(type, MergeChoice.of(form.survivor(), form.others()), reader) : List.of());
        return page;
    }

    private Ask wanted(MergeForm form, String hash) {
        Ask ask = Ask.merge(
                form.type(),
                ChangeKind.MERGE,
                MergeWish.merge(desk.choice(form), hash),
                form.reason().isBlank() ? null : form.reason());
        return form.reasonCode().isBlank() ? ask : ask.because(form.reasonCode());
    }

    private MergeForm posted(HttpServletRequest call) {
        MergeForm form = MergeForm.posted(call.getParameterMap());
        known(form.type());
        return form;
    }

    private void known(String type) {
        if (types.find(type).isEmpty()) {
            throw new NotThere();
        }
    }

    /** Why these are not records that can be merged, as the name of its words; empty where they may be. */
    private static String unfit(MergeForm form) {
        int many = form.codes().size();
        return many == 0 ? "none" : many == 1 ? "one" : many > MOST ? "many" : "";
    }

    private ModelAndView page(MergeForm asked, HttpServletRequest call, Actor reader) {
        String unfit = unfit(asked);
        if (!unfit.isEmpty()) {
            return which(asked, unfit, unfit.equals("many") ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        }
        try {
            MergeForm form = desk.whole(asked, reader);
            MergePreview preview = desk.preview(form, reader);
            return sheet(form, preview, moves.since(form.seen(), preview.plan(), reader), reader, isPart(call));
        } catch (Refused e) {
            return refused(asked, e, call, reader);
        }
    }

    private ModelAndView sheet(
            MergeForm form, MergePreview preview, MergeMoves.Moved moved, Actor reader, boolean part) {
        ModelAndView page = new ModelAndView(part ? "merge/live :: live" : "merge/new");
        page.addObject("merge", desk.view(form, preview, moved.fields(), reader));
        page.addObject("moved", moved.told());
        page.addObject("reasons", labels.reasons());
        return page;
    }

    /** He confirmed something else than what it comes to now: he looks again, with what he said kept. */
    private ModelAndView differs(MergeForm form, MergePreview preview, Actor reader) {
        MergeMoves.Moved moved = moves.since(form.seen(), preview.plan(), reader);
        ModelAndView page = sheet(form, preview, moved, reader, false);
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("differs", moved.told().isEmpty() ? "choice" : "records");
        return page;
    }

    private ModelAndView refused(MergeForm form, Refused e, HttpServletRequest call, Actor reader) {
        Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
        boolean told = e.reason() == Refused.Reason.INVALID
                && e.findings().stream().map(Finding::pointer).allMatch(pointer -> pointer.startsWith("/fields"));
        ModelAndView page = told
                ? sheet(form, desk.preview(form, reader), MergeMoves.Moved.NOTHING, reader, isPart(call))
                : which(form, refusal.code(), refusal.status());
        page.setStatus(refusal.status());
        page.addObject("findings", refusal.findings());
        return page;
    }

    private static ModelAndView which(MergeForm form, String unfit, HttpStatus status) {
        ModelAndView page = new ModelAndView("merge/which");
        page.setStatus(status);
        page.addObject("form", form);
        page.addObject("unfit", unfit);
        page.addObject("findings", Set.of());
        return page;
    }

    private static boolean isPart(HttpServletRequest call) {
        return call.getHeader("HX-Request") != null;
    }

    /** The page of this hub from which a link led here. */
    private static String cameFrom(HttpServletRequest call) {
        String referer = call.getHeader("Referer");
        try {
            URI from = URI.create(referer == null ? "" : referer);
            boolean here = from.getHost() != null && from.getHost().equals(call.getServerName());
            @Nullable String query = from.getRawQuery();
            return here ? from.getRawPath() + (query == null ? "" : "?" + query) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
