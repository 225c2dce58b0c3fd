package org.mdmhub.web.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mdmhub.reference.CodeTables;
import org.mdmhub.sync.mapping.FieldMapping;
import org.mdmhub.sync.mapping.Mappings;
import org.mdmhub.sync.target.Target;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Which of our fields goes where in a target, as tables to read. */
@Component
class MappingTables {

    private static final int MOST_LOOKED_UP = 8;

    private final Mappings mappings;
    private final CauseWords words;
    private final Texts texts;
    private final CodeTables codes;

    MappingTables(Mappings mappings, CauseWords words, Texts texts, CodeTables codes) {
        this.codes = codes;
        this.mappings = mappings;
        this.words = words;
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
                List.of(texts.of("mapping.ours"), texts.of("mapping.theirs"), texts.of("mapping.how")),
                rows.stream()
                        .map(row -> List.of(
                                Cell.name(words.sourceLabel(type, row), null),
                                Cell.code(row.targetField(), null),
                                Cell.text(how(row))))
                        .toList());
    }

    private String how(FieldMapping row) {
        String value = row.value() == null ? "" : row.value();
        return switch (row.form()) {
            case AS_IS -> texts.of("mapping.AS_IS");
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
