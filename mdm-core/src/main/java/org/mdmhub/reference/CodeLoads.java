package org.mdmhub.reference;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads sheets into code tables: all of one or nothing. Nothing is deleted; what is no longer listed ends. */
@Component
public class CodeLoads {

    private final EntityManager entities;
    private final CodeTables tables;

    CodeLoads(EntityManager entities, CodeTables tables) {
        this.entities = entities;
        this.tables = tables;
    }

    /**
     * What the sheet would do; writes nothing.
     *
     * @param whole whether the sheet is the whole table, so that what it does not list ends
     * @param today the first day on which what ends is not used any more
     */
    @Transactional(readOnly = true)
    public LoadPlan plan(String table, CodeSheet sheet, boolean whole, LocalDate today) {
        Map<String, Code> now = new LinkedHashMap<>();
        tables.get(table).codes().forEach(code -> now.put(code.code(), code));
        return new Reading(now, sheet, whole, today).plan;
    }

    /** Does what {@link #plan} tells, where nothing is wrong with the sheet; asks for a change reason. */
    @Transactional
    public LoadPlan apply(String table, CodeSheet sheet, boolean whole, LocalDate today) {
        CodeTable locked = entities.find(CodeTable.class, table, LockModeType.PESSIMISTIC_WRITE);
        if (locked == null) {
            throw new IllegalArgumentException("no code table is called " + table);
        }
        Map<String, CodeEntry> entries = new LinkedHashMap<>();
        Map<String, Code> now = new LinkedHashMap<>();
        for (CodeEntry entry : tables.entries(table)) {
            Code code = entry.read();
            entries.put(code.code(), entry);
            now.put(code.code(), code);
        }
        Reading reading = new Reading(now, sheet, whole, today);
        if (reading.plan.isGood() && !reading.plan.doesNothing()) {
            write(table, entries, now, reading.after.values());
            locked.changed();
            entities.flush();
            tables.forget();
        }
        return reading.plan;
    }

    private void write(String table, Map<String, CodeEntry> entries, Map<String, Code> now, Collection<Code> after) {
        for (Code code : after) {
            CodeEntry entry = entries.get(code.code());
            if (entry == null) {
                CodeEntry fresh = new CodeEntry(table, code.code());
                fresh.write(code);
                entities.persist(fresh);
            } else if (!code.equals(now.get(code.code()))) {
                entry.write(code);
            }
        }
    }

    /** One reading of a sheet against what stands in the table. */
    private static final class Reading {

        private final Map<String, Code> now;
        private final Map<String, Code> after;
        private final Set<String> listed = new HashSet<>();
        private LoadPlan plan = LoadPlan.empty();
        private int last;

        Reading(Map<String, Code> now, CodeSheet sheet, boolean whole, LocalDate today) {
            this.now = now;
            this.after = new LinkedHashMap<>(now);
            this.last = now.values().stream().mapToInt(Code::position).max().orElse(0);
            sheet.rows().forEach(this::read);
            if (whole) {
                end(today);
            }
            sheet.rows().forEach(this::checkParent);
        }

        private void read(CodeSheet.Row row) {
            String code = String.valueOf(row.cell("code"));
            if (!listed.add(code)) {
                plan.wrong(row.line(), "twice", code);
                return;
            }
            Code before = now.get(code);
            Code read = CodeRow.read(row, before, last + 1, plan);
            if (read == null) {
                return;
            }
            last = Math.max(last, read.position());
            after.put(code, read);
            if (before == null) {
                plan.fresh().add(new LoadPlan.Line(code, read.nameZh(), "", CodeRow.told(read, null)));
            } else if (before.equals(read)) {
                plan = plan.unchanged(plan.unchanged() + 1);
            } else {
                plan.changed()
                        .add(new LoadPlan.Line(
                                code, read.nameZh(), CodeRow.told(before, read), CodeRow.told(read, before)));
            }
        }

        private void end(LocalDate today) {
            for (Code code : now.values()) {
                if (!listed.contains(code.code()) && code.isValid(today)) {
                    Code ended = code.until(today.minusDays(1));
                    after.put(code.code(), ended);
                    plan.ended()
                            .add(new LoadPlan.Line(code.code(), code.nameZh(), "", String.valueOf(ended.validTo())));
                }
            }
        }

        private void checkParent(CodeSheet.Row row) {
            Code code = after.get(String.valueOf(row.cell("code")));
            boolean named = plan.wrong().stream().anyMatch(wrong -> wrong.line() == row.line());
            if (named || code == null || code.parent() == null) {
                return;
            }
            if (!after.containsKey(code.parent())) {
                plan.wrong(row.line(), "parent", code.parent());
            } else if (isItsOwn(code)) {
                plan.wrong(row.line(), "cycle", code.parent());
            }
        }

        private boolean isItsOwn(Code code) {
            @Nullable Code at = code;
            for (int steps = 0; at != null && at.parent() != null; steps++) {
                if (steps > CodeRow.DEEPEST) {
                    return true;
                }
                at = after.get(at.parent());
            }
            return false;
        }
    }
}
