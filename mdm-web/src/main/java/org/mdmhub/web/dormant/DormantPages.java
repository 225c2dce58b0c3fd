package org.mdmhub.web.dormant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.dormant.Dormant;
import org.mdmhub.dormant.DormantRecords;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.layout.Times;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What its reader is to confirm or to retire, with a box to tick a record. */
@Screen
@RequestMapping("/dormant")
class DormantPages {

    private static final int ROWS = 50;
    private static final Pattern ITEM = Pattern.compile("([a-z]{1,40})/(.{1,60})");

    private final DormantRecords dormant;
    private final Organisations organisations;
    private final Road road;
    private final Labels labels;
    private final Times times;
    private final Texts texts;

    DormantPages(
            DormantRecords dormant, Organisations organisations, Road road, Labels labels, Times times, Texts texts) {
        this.dormant = dormant;
        this.organisations = organisations;
        this.road = road;
        this.labels = labels;
        this.times = times;
        this.texts = texts;
    }

    /**
     * One record on the page.
     *
     * @param item what its box says
     * @param ago when it was created, changed or confirmed last
     */
    public record Row(String item, String code, String name, String href, String unit, String ago, String at) {}

    @GetMapping
    ModelAndView page(@RequestParam(defaultValue = "") String from, Actor reader) {
        List<Dormant> found = dormant.page(reader, place(from), ROWS + 1);
        List<Dormant> shown = found.subList(0, Math.min(ROWS, found.size()));
        Map<Integer, String> units = organisations.codes();
        ModelAndView page = new ModelAndView("dormant/page");
        page.addObject("rows", shown.stream().map(one -> row(one, units)).toList());
        page.addObject("next", found.size() > ROWS ? shown.get(ROWS - 1).since().text() : null);
        page.addObject("first", from.isEmpty());
        return page;
    }

    private Row row(Dormant one, Map<Integer, String> units) {
        return new Row(
                one.type() + "/" + one.code(),
                one.code(),
                one.name() == null ? "–" : one.name(),
                labels.page(one.type(), one.code()),
                labels.organisation(String.valueOf(units.get(one.unit()))),
                times.ago(one.since().at()),
                times.exact(one.since().at()));
    }

    /** An address that was tampered with begins at the first. */
    private static Dormant.Place place(String from) {
        try {
            return from.isEmpty() ? Dormant.Place.FIRST : Dormant.Place.of(from);
        } catch (IllegalArgumentException e) {
            return Dormant.Place.FIRST;
        }
    }

    @PostMapping("/confirm")
    String confirm(@RequestParam(required = false) @Nullable List<String> item, Actor actor, RedirectAttributes after) {
        List<Dormant.Ref> refs = refs(item);
        Set<Dormant.Ref> confirmed = dormant.confirm(refs, actor);
        return told(
                after,
                refs.isEmpty() ? texts.of("dormant.nothing") : texts.of("dormant.confirmed", confirmed.size()),
                refs.stream()
                        .filter(ref -> !confirmed.contains(ref))
                        .map(ref -> texts.of("dormant.left", ref.code(), texts.of("dormant.notHere")))
                        .toList());
    }

    /** Asks for it record by record; somebody else decides on each. */
    @PostMapping("/retire")
    String retire(
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes after) {
        List<Dormant.Ref> refs = refs(item);
        List<String> left = new ArrayList<>();
        for (Dormant.Ref ref : refs) {
            String why = asked(ref, reason, actor);
            if (why != null) {
                left.add(texts.of("dormant.left", ref.code(), why));
            }
        }
        String told =
                refs.isEmpty() ? texts.of("dormant.nothing") : texts.of("dormant.asked", refs.size() - left.size());
        return told(after, told, left);
    }

    /** Why it could not be asked for; null where it is. */
    private @Nullable String asked(Dormant.Ref ref, String reason, Actor actor) {
        ChangeKind kind = ChangeKind.RETIRE;
        Ask ask = new Ask(
                ref.type(),
                kind,
                ref.code(),
                null,
                null,
                Map.of(),
                null,
                kind.defaultReason(),
                reason.replace("\0", ""),
                null,
                null,
                true);
        try {
            road.ask(ask, actor);
            return null;
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            return refusal.findings().isEmpty()
                    ? texts.of("problem." + refusal.code())
                    : texts.of(refusal.findings().get(0));
        }
    }

    private static List<Dormant.Ref> refs(@Nullable List<String> items) {
        return items == null
                ? List.of()
                : items.stream()
                        .distinct()
                        .limit(ROWS)
                        .map(ITEM::matcher)
                        .filter(Matcher::matches)
                        .map(parts -> new Dormant.Ref(parts.group(1), parts.group(2)))
                        .toList();
    }

    private static String told(RedirectAttributes after, String note, List<String> left) {
        after.addFlashAttribute("note", note);
        after.addFlashAttribute("left", left);
        return "redirect:/dormant";
    }
}
