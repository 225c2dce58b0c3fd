package org.mdmhub.reference;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the targets call the entries of the code tables. */
@Component
public class CodeMappings {

    private static final int LONGEST = 200;

    private final EntityManager entities;
    private final CodeTables tables;

    CodeMappings(EntityManager entities, CodeTables tables) {
        this.entities = entities;
        this.tables = tables;
    }

    /** A target's value by code, in the order of the codes. */
    @Transactional(readOnly = true)
    public Map<String, String> of(String target, String table) {
        Map<String, String> values = new LinkedHashMap<>();
        read(target, table).forEach(mapping -> {
            if (mapping.theirValue() != null) {
                values.put(mapping.code(), mapping.theirValue());
            }
        });
        return values;
    }

    /** A target's value by what a master holds: its code, or its name where the table is stored by name. */
    @Transactional(readOnly = true)
    public Map<String, Object> lookup(String target, String table) {
        Map<String, Object> values = new LinkedHashMap<>();
        CodeBook book = tables.find(table).orElse(null);
        of(target, table).forEach((code, value) -> {
            values.put(code, value);
            if (book != null) {
                book.find(code).ifPresent(entry -> values.put(book.stored(entry), value));
            }
        });
        return values;
    }

    /** What a sheet of {@code code} and {@code value} would do; writes nothing. An empty value takes a mapping away. */
    @Transactional(readOnly = true)
    public LoadPlan plan(String target, String table, CodeSheet sheet) {
        return read(target, table, sheet, null);
    }

    /** Does what {@link #plan} tells, where nothing is wrong with the sheet; asks for a change reason. */
    @Transactional
    public LoadPlan apply(String target, String table, CodeSheet sheet) {
        Map<String, CodeMapping> present = new LinkedHashMap<>();
        read(target, table).forEach(mapping -> present.put(mapping.code(), mapping));
        Map<String, String> wanted = new LinkedHashMap<>();
        LoadPlan plan = read(target, table, sheet, wanted);
        if (plan.isGood()) {
            wanted.forEach((code, value) -> {
                CodeMapping mapping = present.get(code);
                if (mapping == null) {
                    mapping = new CodeMapping(target, table, code);
                    entities.persist(mapping);
                }
                mapping.theirValue(value.isEmpty() ? null : value);
            });
            entities.flush();
        }
        return plan;
    }

    private LoadPlan read(String target, String table, CodeSheet sheet, @Nullable Map<String, String> into) {
        CodeBook book = tables.get(table);
        Map<String, String> now = of(target, table);
        LoadPlan plan = LoadPlan.empty();
        Set<String> listed = new HashSet<>();
        int unchanged = 0;
        for (CodeSheet.Row row : sheet.rows()) {
            String code = Objects.requireNonNullElse(row.cell("code"), "");
            String value = Objects.requireNonNullElse(row.cell("value"), "");
            Code entry = book.find(code).orElse(null);
            if (entry == null) {
                plan.wrong(row.line(), "unknown", code);
            } else if (!listed.add(code)) {
                plan.wrong(row.line(), "twice", code);
            } else if (value.length() > LONGEST) {
                plan.wrong(row.line(), "value", value);
            } else if (!tell(entry, now.getOrDefault(code, ""), value, plan)) {
                unchanged++;
            } else if (into != null) {
                into.put(code, value);
            }
        }
        return plan.unchanged(unchanged);
    }

    private static boolean tell(Code entry, String was, String now, LoadPlan plan) {
        if (was.equals(now)) {
            return false;
        }
        List<LoadPlan.Line> lines = was.isEmpty() ? plan.fresh() : now.isEmpty() ? plan.ended() : plan.changed();
        lines.add(new LoadPlan.Line(entry.code(), entry.nameZh(), was, now));
        return true;
    }

    private List<CodeMapping> read(String target, String table) {
        return entities.createQuery(
                        "from CodeMapping where target = :target and tableName = :table order by code",
                        CodeMapping.class)
                .setParameter("target", target)
                .setParameter("table", table)
                .getResultList();
    }
}
