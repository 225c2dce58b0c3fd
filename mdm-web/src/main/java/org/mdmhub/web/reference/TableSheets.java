package org.mdmhub.web.reference;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.reference.Code;
import org.mdmhub.reference.CodeBook;
import org.mdmhub.reference.CodeMappings;
import org.mdmhub.reference.CodeTables;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts code tables before their reader. */
@Component
class TableSheets {

    private static final int MOST = 50;
    private static final int MOST_PAIRS = 12;
    private static final String PLACE = "/standard/reference/";

    private final CodeTables tables;
    private final CodeMappings mappings;
    private final Targets targets;
    private final Texts texts;

    TableSheets(CodeTables tables, CodeMappings mappings, Targets targets, Texts texts) {
        this.tables = tables;
        this.mappings = mappings;
        this.targets = targets;
        this.texts = texts;
    }

    /** What a target calls the entries. */
    record Mapped(String target, int count, Table table) {}

    CodeBook book(String table) {
        return tables.find(table).orElseThrow(NotThere::new);
    }

    Table all() {
        return new Table(
                texts.of("standard.reference"),
                List.of(texts.of("reference.table"), texts.of("reference.entries"), texts.of("reference.source")),
                tables.all().stream()
                        .map(table -> List.of(
                                Cell.name(table.label(locale()), PLACE + table.name()),
                                Cell.number(String.valueOf(count(book(table.name())))),
                                Cell.text(texts.or("reference.source." + table.name(), table.source()))))
                        .toList());
    }

    private static long count(CodeBook book) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return book.codes().stream().filter(code -> code.isValid(today)).count();
    }

    void show(String name, TableQuery query, Model model) {
        CodeBook book = book(name);
        List<Code> found = book.search(query.words(), query.part(), Integer.MAX_VALUE);
        int from = Math.min(query.from(), found.size());
        List<Code> page = found.subList(from, Math.min(found.size(), from + MOST));
        model.addAttribute("name", name);
        model.addAttribute("title", book.table().label(locale()));
        model.addAttribute(
                "source", texts.or("reference.source." + name, book.table().source()));
        model.addAttribute("query", query);
        model.addAttribute("above", book.find(query.above()).orElse(null));
        model.addAttribute("found", found.size());
        model.addAttribute("entries", entries(book, page));
        model.addAttribute("first", from == 0 ? null : page(name, query, 0));
        model.addAttribute("next", from + MOST < found.size() ? page(name, query, from + MOST) : null);
        model.addAttribute(
                "mapped",
                targets.all().stream().map(target -> mapped(target, book)).toList());
    }

    private static String page(String name, TableQuery query, int from) {
        return UriComponentsBuilder.fromPath(PLACE + name)
                .queryParam("q", "{q}")
                .queryParam("parent", "{parent}")
                .queryParam("ended", query.withEnded())
                .queryParam("after", from)
                .encode()
                .buildAndExpand(query.words(), query.above())
                .toUriString();
    }

    private Table entries(CodeBook book, List<Code> page) {
        boolean tree = book.codes().stream().anyMatch(code -> code.parent() != null);
        boolean more = book.codes().stream().anyMatch(code -> !code.attributes().isEmpty());
        boolean dated = page.stream().anyMatch(code -> code.validFrom() != null || code.validTo() != null);
        List<String> heads = new ArrayList<>(
                List.of(texts.of("reference.code"), texts.of("reference.nameZh"), texts.of("reference.name")));
        add(heads, tree, texts.of("reference.parent"));
        add(heads, more, texts.of("reference.more"));
        add(heads, dated, texts.of("reference.valid"));
        List<List<Cell>> rows = new ArrayList<>();
        for (Code code : page) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.code(code.code(), below(book, code)),
                    Cell.name(code.nameZh(), null),
                    Cell.text(code.name().equals(code.nameZh()) ? "" : code.name())));
            add(row, tree, Cell.text(above(book, code)));
            add(row, more, Cell.text(attributes(code)));
            add(row, dated, Cell.text(valid(code)));
            rows.add(row);
        }
        return new Table(book.table().label(locale()), heads, rows);
    }

    private static <T> void add(List<T> row, boolean wanted, T cell) {
        if (wanted) {
            row.add(cell);
        }
    }

    private static @Nullable String below(CodeBook book, Code code) {
        boolean above = book.codes().stream().anyMatch(other -> code.code().equals(other.parent()));
        return above
                ? UriComponentsBuilder.fromPath(PLACE + book.table().name())
                        .queryParam("parent", "{parent}")
                        .encode()
                        .buildAndExpand(code.code())
                        .toUriString()
                : null;
    }

    private static String above(CodeBook book, Code code) {
        return book.find(code.parent()).map(parent -> parent.name(locale())).orElse("");
    }

    private String attributes(Code code) {
        return code.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> texts.or("reference.attribute." + entry.getKey(), entry.getKey()) + " "
                        + texts.or("reference.attribute." + entry.getKey() + "." + entry.getValue(), entry.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private static String valid(Code code) {
        return code.validFrom() == null && code.validTo() == null
                ? ""
                : Objects.toString(code.validFrom(), "") + " – " + Objects.toString(code.validTo(), "");
    }

    private Mapped mapped(Target target, CodeBook book) {
        Map<String, String> values = mappings.of(target.name(), book.table().name());
        List<List<Cell>> rows = values.entrySet().stream()
                .limit(MOST_PAIRS)
                .map(entry -> List.of(
                        Cell.code(entry.getKey(), null),
                        Cell.name(
                                book.find(entry.getKey())
                                        .map(code -> code.name(locale()))
                                        .orElse(""),
                                null),
                        Cell.code(entry.getValue(), null)))
                .toList();
        return new Mapped(
                target.name(),
                values.size(),
                new Table(
                        target.name(),
                        List.of(texts.of("reference.code"), texts.of("reference.ours"), texts.of("reference.theirs")),
                        rows));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
