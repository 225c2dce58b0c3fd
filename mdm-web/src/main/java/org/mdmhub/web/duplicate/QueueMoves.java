package org.mdmhub.web.duplicate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.duplicate.Group;
import org.mdmhub.duplicate.Link;
import org.mdmhub.duplicate.PairDecisions;
import org.mdmhub.duplicate.PairLinks;
import org.mdmhub.duplicate.TakingBack;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.quality.CleanText;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What a steward says of look-alikes; he goes on with the next one where he was, in the queue or in the inbox. */
@Screen
class QueueMoves {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern BACK = Pattern.compile("/(?:duplicates|inbox)(?:\\?[\\w=&%.+*-]*)?");
    private static final int MAX_REASON = 2000;

    private final PairDecisions decisions;
    private final PairLinks links;
    private final TakingBack takingBack;
    private final LinkChoices choices;
    private final DuplicatePairs pairs;
    private final Reading reading;
    private final Texts texts;

    QueueMoves(
            PairDecisions decisions,
            PairLinks links,
            TakingBack takingBack,
            LinkChoices choices,
            DuplicatePairs pairs,
            Reading reading,
            Texts texts) {
        this.decisions = decisions;
        this.links = links;
        this.takingBack = takingBack;
        this.choices = choices;
        this.pairs = pairs;
        this.reading = reading;
        this.texts = texts;
    }

    /** They are not the same: a pair, a whole group, or all that was selected. */
    @PostMapping("/duplicates/dismiss")
    String dismiss(
            @RequestParam(defaultValue = "") List<String> row,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String next,
            Actor actor,
            RedirectAttributes flash) {
        Set<UUID> ids = ids(row);
        String said = CleanText.isStorable(words) ? words.strip() : "";
        String why = !said.isEmpty() ? said : DuplicateDesk.knows(reason) ? texts.of("dup.reason." + reason) : "";
        if (ids.isEmpty() || ids.size() > PairDecisions.MOST) {
            flash.addFlashAttribute("note", texts.of("dup.none", PairDecisions.MOST));
        } else if (why.isEmpty() || why.length() > MAX_REASON) {
            flash.addFlashAttribute("note", texts.of("pair.reasonNeeded"));
        } else {
            PairDecisions.Report report = decisions.dismiss(ids, why, actor);
            int done = report.done().size();
            flash.addFlashAttribute(
                    "note",
                    report.late() == 0
                            ? texts.of("dup.dismissed", done)
                            : texts.of("dup.dismissedSome", done, report.late()));
        }
        return away(back, next);
    }

    /** Two of them belong together, but are not the same. */
    @PostMapping("/duplicates/link")
    String link(
            @RequestParam(defaultValue = "") List<String> row,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String next,
            Actor actor,
            RedirectAttributes flash) {
        Optional<DuplicatePairs.Pair> pair = open(ids(row), actor).stream()
                .filter(found -> Set.copyOf(found.codes()).equals(new LinkedHashSet<>(List.of(one, other))))
                .findFirst();
        Optional<Link> wanted = pair.flatMap(found -> choices.link(found.type(), link, one, other));
        flash.addFlashAttribute(
                "note",
                pair.isEmpty() || wanted.isEmpty()
                        ? texts.of("dup.noPair")
                        : link(
                                pair.get(),
                                wanted.get(),
                                choices.words(pair.get().type(), link, one, other),
                                actor));
        return away(back, next);
    }

    private String link(DuplicatePairs.Pair pair, Link wanted, String words, Actor actor) {
        try {
            return links.link(pair.id(), wanted, texts.of("dup.link.because", words), actor)
                    .map(request -> texts.of("dup.linked", words))
                    .orElseGet(() -> texts.of("pair.late"));
        } catch (RuntimeException e) {
            return refused(e);
        }
    }

    /** Why the road did not take it; what is no refusal is a failure. */
    private String refused(RuntimeException e) {
        Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
        return refusal.findings().isEmpty()
                ? texts.of("problem." + refusal.code() + ".detail")
                : texts.of(refusal.findings().get(0));
    }

    /** All that was selected goes to the merge screen as one. */
    @PostMapping("/duplicates/together")
    String together(
            @RequestParam(defaultValue = "") List<String> row,
            @RequestParam(defaultValue = "") String back,
            Actor actor,
            RedirectAttributes flash) {
        List<DuplicatePairs.Pair> found = open(ids(row), actor);
        Set<String> types = new LinkedHashSet<>();
        Set<String> codes = new LinkedHashSet<>();
        found.forEach(pair -> {
            types.add(pair.type());
            codes.addAll(pair.codes());
        });
        if (types.size() != 1 || codes.size() > Group.MOST) {
            flash.addFlashAttribute("note", texts.of("dup.notTogether", Group.MOST));
            return away(back, "");
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath("/merges/new")
                        .queryParam("type", types.iterator().next())
                        .queryParam("codes", String.join(",", codes))
                        .encode()
                        .toUriString();
    }

    /** What he decided last holds no more. */
    @PostMapping("/duplicates/undo")
    String undo(
            @RequestParam(required = false) @Nullable String decision,
            @RequestParam(defaultValue = "") String back,
            Actor actor,
            RedirectAttributes flash) {
        String told;
        try {
            int open = ids(decision == null ? List.of() : List.of(decision)).stream()
                    .mapToInt(id -> takingBack.takeBack(id, actor))
                    .sum();
            told = open == 0 ? texts.of("dup.undoLate") : texts.of("dup.undone", open);
        } catch (RuntimeException e) {
            told = refused(e);
        }
        flash.addFlashAttribute("note", told);
        return away(back, "");
    }

    private List<DuplicatePairs.Pair> open(Set<UUID> ids, Actor actor) {
        Set<Integer> units = actor.unitsWith(Right.JUDGE_DUPLICATES);
        return reading.as(
                actor,
                () -> ids.stream()
                        .limit(PairDecisions.MOST)
                        .flatMap(id -> pairs.find(id, units).stream())
                        .filter(pair -> pair.status().equals("OPEN"))
                        .toList());
    }

    /** Each value names one pair or several. */
    private static Set<UUID> ids(List<String> sent) {
        Set<UUID> ids = new LinkedHashSet<>();
        sent.forEach(value -> ID.matcher(value)
                .results()
                .map(found -> UUID.fromString(found.group()))
                .forEach(ids::add));
        return ids;
    }

    /** Back to where he was, at the row to go on with. */
    private static String away(String back, String next) {
        String there = BACK.matcher(back).matches() ? back : "/duplicates";
        return "redirect:" + there + (ID.matcher(next).matches() ? "#dup-" + next : "");
    }
}
