package org.mdmhub.web.coding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.Gaps;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The code ledger: any code ever seen, and every number of which no code is in use. */
@Screen
class LedgerPages {

    private static final int LONGEST = 60;

    private final LedgerBook book;
    private final Gaps gaps;
    private final MasterTypes types;
    private final Texts texts;

    LedgerPages(LedgerBook book, Gaps gaps, MasterTypes types, Texts texts) {
        this.book = book;
        this.gaps = gaps;
        this.types = types;
        this.texts = texts;
    }

    /** A kind of master to choose. */
    record Kind(String key, String name, boolean chosen) {}

    private List<Kind> kinds(String type) {
        return types.keys().stream()
                .map(key -> new Kind(key, texts.or("nav." + key, key), key.equals(type)))
                .toList();
    }

    private String known(@Nullable String type) {
        return type != null && types.find(type).isPresent()
                ? type
                : types.keys().iterator().next();
    }

    @ModelAttribute("longest")
    int longest() {
        return LONGEST;
    }

    @GetMapping("/standard/codes")
    String ledger(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String q,
            Actor reader,
            Model page) {
        String kind = known(type);
        String typed = TypedSegment.plain(q);
        String wanted = typed.substring(0, Math.min(LONGEST, typed.length()));
        page.addAttribute("kinds", kinds(kind));
        page.addAttribute("type", kind);
        page.addAttribute("q", wanted);
        page.addAttribute("found", wanted.isEmpty() ? null : book.find(kind, wanted, reader));
        page.addAttribute("latest", wanted.isEmpty() ? book.latest(kind, reader) : null);
        return "coding/ledger";
    }

    /** One counter with its gaps. */
    record Counter(String title, String said, boolean clean, Table table) {}

    @GetMapping("/standard/codes/gaps")
    String gaps(@RequestParam(required = false) @Nullable String type, Actor reader, Model page) {
        String kind = known(type);
        page.addAttribute("kinds", kinds(kind));
        page.addAttribute("type", kind);
        page.addAttribute("counters", gaps.of(kind).stream().map(this::counter).toList());
        return "coding/gaps";
    }

    private Counter counter(Gaps.Counter counter) {
        List<List<Cell>> rows = counter.gaps().stream().map(this::row).toList();
        List<String> heads = List.of(texts.of("gap.numbers"), texts.of("gap.reason"), texts.of("gap.why"));
        String title =
                counter.scope().isEmpty() ? counter.scheme() : texts.of("gap.scope", counter.scheme(), counter.scope());
        return new Counter(
                title,
                texts.of("gap.said", counter.issued(), counter.next(), counter.unexplained()),
                counter.unexplained() == 0,
                new Table(title, heads, rows));
    }

    private List<Cell> row(Gaps.Gap gap) {
        String numbers = gap.from() == gap.to() ? String.valueOf(gap.from()) : gap.from() + " – " + gap.to();
        return List.of(
                Cell.number(numbers),
                Cell.state(
                        gap.reason() == Gaps.Reason.UNEXPLAINED ? "REJECTED" : "RETIRED",
                        texts.of("gap." + gap.reason())),
                Cell.text(gap.why()));
    }
}
