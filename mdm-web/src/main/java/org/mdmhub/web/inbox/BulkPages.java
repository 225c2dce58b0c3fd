package org.mdmhub.web.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.bulk.Bulk;
import org.mdmhub.bulk.Bulks;
import org.mdmhub.organisation.Actor;
import org.mdmhub.quality.CleanText;
import org.mdmhub.request.Verdict;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many requests decided on at once, and the report of it. */
@Screen
class BulkPages {

    private static final Pattern ITEM = Pattern.compile("([0-9a-f-]{36}):(\\d{1,9})");
    private static final int MAX_COMMENT = 2000;

    private final Bulks bulks;
    private final RequestReader requests;
    private final Texts texts;

    BulkPages(Bulks bulks, RequestReader requests, Texts texts) {
        this.bulks = bulks;
        this.requests = requests;
        this.texts = texts;
    }

    /**
     * A line of the report.
     *
     * @param number of the request, null where the reader may no longer see it
     * @param why it was not done, in words; null otherwise
     */
    record Line(
            UUID id,
            @Nullable String number,
            @Nullable String name,
            String state,
            @Nullable String why) {}

    @PostMapping("/inbox/bulk")
    String ask(
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") List<String> item,
            @RequestParam(defaultValue = "") String comment,
            @ModelAttribute("place") Place place,
            Actor actor,
            RedirectAttributes flash) {
        List<Bulk.Item> items = items(item, actor);
        Verdict wanted = verdict.equals("return") ? Verdict.RETURN : Verdict.APPROVE;
        String said = CleanText.isStorable(comment) ? comment.strip() : "";
        String wrong = wrong(items, wanted, said);
        if (wrong != null) {
            flash.addFlashAttribute("note", texts.of(wrong, Bulks.MOST));
            flash.addFlashAttribute("bulkComment", said);
            return "redirect:/inbox" + place.query();
        }
        UUID id = bulks.ask(wanted, items, said.isEmpty() ? null : said, actor);
        return "redirect:/inbox/bulks/" + id + place.query();
    }

    private static @Nullable String wrong(List<Bulk.Item> items, Verdict verdict, String comment) {
        if (items.isEmpty() || items.size() > Bulks.MOST) {
            return "bulk.none";
        }
        boolean long_ = comment.codePointCount(0, comment.length()) > MAX_COMMENT;
        return long_ || (verdict == Verdict.RETURN && comment.isEmpty()) ? "bulk.comment" : null;
    }

    /** Those that there are and that he may see; each once. */
    private List<Bulk.Item> items(List<String> sent, Actor actor) {
        Map<UUID, Bulk.Item> items = new LinkedHashMap<>();
        for (String one : sent) {
            Matcher read = ITEM.matcher(one);
            if (read.matches()) {
                uuid(read.group(1)).ifPresent(id -> items.put(id, new Bulk.Item(id, Integer.parseInt(read.group(2)))));
            }
        }
        Set<UUID> seen = new HashSet<>();
        requests.lines(List.copyOf(items.keySet()), actor)
                .forEach(line -> seen.add(line.request().id()));
        items.keySet().retainAll(seen);
        return List.copyOf(items.values());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @GetMapping("/inbox/bulks/{bulk}")
    String report(@PathVariable UUID bulk, @ModelAttribute("place") Place place, Actor reader, Model model) {
        show(bulk, reader, model);
        return "inbox/bulk";
    }

    /** While it runs the page asks for this. */
    @GetMapping(path = "/inbox/bulks/{bulk}", headers = "HX-Request")
    String progress(@PathVariable UUID bulk, @ModelAttribute("place") Place place, Actor reader, Model model) {
        show(bulk, reader, model);
        return "inbox/bulk :: report";
    }

    private void show(UUID id, Actor reader, Model model) {
        Bulk.Report report = bulks.report(id, reader).orElseThrow(NotThere::new);
        Map<UUID, RequestReader.Line> lines = new HashMap<>();
        requests.lines(report.results().stream().map(Bulk.Result::request).toList(), reader)
                .forEach(line -> lines.put(line.request().id(), line));
        List<Line> refused = new ArrayList<>();
        List<Line> others = new ArrayList<>();
        for (Bulk.Result result : report.results()) {
            (result.state() == Bulk.State.REFUSED ? refused : others).add(line(result, lines.get(result.request())));
        }
        model.addAttribute("bulk", report.bulk());
        model.addAttribute("refused", refused);
        model.addAttribute("others", others);
    }

    private Line line(Bulk.Result result, RequestReader.@Nullable Line line) {
        String code = result.code();
        return new Line(
                result.request(),
                line == null ? null : line.request().number(),
                line == null ? null : line.name(),
                result.state().name(),
                code == null ? null : texts.of("bulk.why." + code));
    }
}
