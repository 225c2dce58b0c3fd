package org.mdmhub.web.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.reference.Code;
import org.mdmhub.reference.CodeBook;
import org.mdmhub.reference.CodeMappings;
import org.mdmhub.reference.CodeTables;
import org.mdmhub.sync.target.Targets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The code tables, to be read by other systems too. */
@RestController
@RequestMapping("/api/v1/reference")
class ReferenceController {

    private static final int LONGEST = 200;

    private final CodeTables tables;
    private final CodeMappings mappings;
    private final Targets targets;

    ReferenceController(CodeTables tables, CodeMappings mappings, Targets targets) {
        this.tables = tables;
        this.mappings = mappings;
        this.targets = targets;
    }

    record TableView(String table, String name, String nameZh, String storedAs, String source, int entries) {}

    /**
     * An entry.
     *
     * @param value what a master holds of it
     * @param level distance from the top of the table, which is 1
     */
    record EntryView(
            String code,
            String value,
            String name,
            String nameZh,
            @Nullable String parent,
            int level,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            Map<String, String> attributes) {}

    record MappingView(String code, String value) {}

    private record Numbered(int number, Code code) {}

    @GetMapping
    Page<TableView> list(Actor reader) {
        return new Page<>(
                tables.all().stream()
                        .map(table -> new TableView(
                                table.name(),
                                table.label(Locale.ENGLISH),
                                table.label(Locale.SIMPLIFIED_CHINESE),
                                table.storedAs().name(),
                                table.source(),
                                tables.get(table.name()).codes().size()))
                        .toList(),
                null);
    }

    /**
     * Entries that may be used today, the likeliest first where {@code q} searches by code, name, pinyin or initials.
     *
     * @param parent code of the entry above; empty for the top
     * @param ended whether those that may not be used today are listed too
     */
    @GetMapping("/{table}")
    Page<EntryView> entries(
            @PathVariable String table,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(defaultValue = "0") int level,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor reader) {
        CodeBook book = tables.find(table).orElseThrow(Problem::notFound);
        int most = Page.limit(limit);
        int after = Page.after(cursor, 0, Integer::valueOf);
        String words = q.substring(0, Math.min(LONGEST, q.length()));
        LocalDate day = ended ? null : LocalDate.now(ZoneId.systemDefault());
        var part = new CodeBook.Part(level, parent == null ? null : Set.of(parent), day);
        List<Code> found = book.search(words, part, Integer.MAX_VALUE);
        List<Numbered> rows = IntStream.range(Math.max(0, after), found.size())
                .limit(most + 1L)
                .mapToObj(at -> new Numbered(at + 1, found.get(at)))
                .toList();
        return Page.of(rows, most, Numbered::number, row -> view(book, row.code()));
    }

    private static EntryView view(CodeBook book, Code code) {
        return new EntryView(
                code.code(),
                book.stored(code),
                code.name(),
                code.nameZh(),
                code.parent(),
                book.level(code),
                code.validFrom(),
                code.validTo(),
                code.attributes());
    }

    /** What a target calls the entries; those that it calls nothing are left out. */
    @GetMapping("/{table}/mappings/{target}")
    Page<MappingView> mapping(@PathVariable String table, @PathVariable String target, Actor reader) {
        if (tables.find(table).isEmpty() || targets.find(target).isEmpty()) {
            throw Problem.notFound();
        }
        return new Page<>(
                mappings.of(target, table).entrySet().stream()
                        .map(entry -> new MappingView(entry.getKey(), entry.getValue()))
                        .toList(),
                null);
    }
}
