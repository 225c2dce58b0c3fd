package org.mdmhub.web.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdmhub.reference.CodeTables;
import org.mdmhub.sync.mapping.FieldMapping;
import org.mdmhub.sync.mapping.Mappings;
import org.mdmhub.sync.target.Target;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Which of our fields goes where in a target, as tables to read. */
@Component
class MappingTables {

    private static final int MOST_LOOKED_UP = 8;
    /** What the hub itself gives every record. */
    private static final Set<String> HUBS = Set.of("code", "status", "version", "survivorCode", "survivorKey");

    private final Mappings mappings;
    private final CauseWords words;
    private final Labels labels;
    private final Texts texts;
    private final CodeTables codes;

    MappingTables(Mappings mappings, CauseWords words, Labels labels, Texts texts, CodeTables codes) {
        this.codes = codes;
        this.mappings = mappings;
        this.words = words;
        this.labels = labels;
        this.texts = texts;
    }

    /** The mapping of one kind of master. */
    record View(String type, int rows, Table table) {}

    List<View> of(Target target) {
        List<View> views = new ArrayList<>();
        for (String type : target.types()) {
            List<FieldMapping> rows = mappings.rows(target.name(), type);
            views.add(new View(type, rows.size(), table(type, rows)));
        }
        return views;
    }

    private Table table(String type, List<FieldMapping> rows) {
        return new Table(
                texts.of("mapping.title"),
                List.of(
                        texts.of("mapping.ours"),
                        texts.of("mapping.theirs"),
                        texts.of("mapping.how"),
                        texts.of("mapping.demands")),
                rows.stream()
                        .map(row -> List.of(
                                Cell.name(words.sourceLabel(type, row), null),
                                Cell.code(row.targetField(), null),
                                Cell.text(how(type, row)),
                                Cell.text(demands(row))))
                        .toList());
    }

    /** What the target is known to refuse, of all kinds of masters that it gets. */
    Table demanded(Target target) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String type : target.types()) {
            mappings.rows(target.name(), type).stream()
                    .filter(row -> row.demands() && !HUBS.contains(row.source()))
                    .forEach(row -> rows.add(List.of(
                            Cell.name(words.sourceLabel(type, row), null),
                            Cell.text(texts.or("nav." + type, type)),
                            Cell.text(demands(row)),
                            Cell.code(row.targetField(), null))));
        }
        return new Table(
                texts.of("readiness.demands"),
                List.of(
                        texts.of("mapping.ours"),
                        texts.of("readiness.type"),
                        texts.of("mapping.demands"),
                        texts.of("mapping.theirs")),
                rows);
    }

    private String demands(FieldMapping row) {
        List<String> demands = new ArrayList<>();
        if (row.required()) {
            demands.add(texts.of("readiness.required"));
        }
        if (row.translates() && row.value() == null) {
            demands.add(texts.of("readiness.known"));
        }
        if (row.maxLength() != null) {
            demands.add(texts.of("readiness.length", row.maxLength()));
        }
        if (row.pattern() != null) {
            demands.add(texts.of("readiness.pattern", row.pattern()));
        }
        return String.join(" · ", demands);
    }

    private String how(String type, FieldMapping row) {
        String value = row.value() == null ? "" : row.value();
        return switch (row.form()) {
            case AS_IS ->
                row.otherwise() == null
                        ? texts.of("mapping.AS_IS")
                        : texts.of("mapping.otherwise", labels.field(type, row.otherwise()));
            case JSON -> texts.of("mapping.JSON");
            case CONSTANT -> texts.of("mapping.CONSTANT", value);
            case LOOKUP ->
                value.isEmpty()
                        ? texts.of("mapping.LOOKUP", pairs(row.lookup()))
                        : texts.of("mapping.LOOKUP.else", pairs(row.lookup()), value);
            case CODE_TABLE ->
                value.isEmpty()
                        ? texts.of("mapping.CODE_TABLE", table(row), pairs(row.lookup()))
                        : texts.of("mapping.CODE_TABLE.else", table(row), pairs(row.lookup()), value);
        };
    }

    private String table(FieldMapping row) {
        String name = String.valueOf(row.codeTable());
        return codes.find(name)
                .map(book -> book.table().label(LocaleContextHolder.getLocale()))
                .orElse(name);
    }

    private static String pairs(Map<String, Object> lookup) {
        String pairs = lookup.entrySet().stream()
                .limit(MOST_LOOKED_UP)
                .map(pair -> pair.getKey() + " → " + pair.getValue())
                .collect(Collectors.joining(", "));
        return lookup.size() > MOST_LOOKED_UP ? pairs + " …" : pairs;
    }
}
