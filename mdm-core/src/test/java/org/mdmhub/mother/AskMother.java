package org.mdmhub.mother;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;

/** What people ask for; about customers of the eastern organisation where nothing else is said. */
public final class AskMother {

    private AskMother() {}

    public static Ask create(Map<String, @Nullable Object> fields) {
        return Ask.create("customers", Office.EAST, fields, "a new customer");
    }

    public static Ask update(String code, int base, Map<String, @Nullable Object> fields) {
        return Ask.update("customers", code, base, fields, "the facts have changed");
    }

    /** Use by one more organisation. */
    public static Ask extend(String code, String unit, Map<String, @Nullable Object> view) {
        return of(ChangeKind.EXTEND, code, unit, view, null);
    }

    public static Ask block(String code, Map<String, Object> block) {
        return of(ChangeKind.BLOCK, code, null, Map.of(), block);
    }

    public static Ask unblock(String code, Map<String, Object> block) {
        return of(ChangeKind.UNBLOCK, code, null, Map.of(), block);
    }

    public static Ask retire(String code) {
        return of(ChangeKind.RETIRE, code, null, Map.of(), null);
    }

    private static Ask of(
            ChangeKind kind,
            String code,
            @Nullable String unit,
            Map<String, @Nullable Object> fields,
            @Nullable Map<String, Object> block) {
        return new Ask("customers", kind, code, null, unit, fields, block, null, "asked in a test", null, null, true);
    }

    /** The same, kept as a draft. */
    public static Ask draft(Ask ask) {
        return when(ask, ask.effectiveFrom(), false);
    }

    /** The same, not before this instant. */
    public static Ask from(Instant instant, Ask ask) {
        return when(ask, instant, ask.submit());
    }

    private static Ask when(Ask ask, @Nullable Instant from, boolean submit) {
        return new Ask(
                ask.type(),
                ask.kind(),
                ask.code(),
                ask.baseVersion(),
                ask.orgUnit(),
                ask.fields(),
                ask.block(),
                ask.reasonCode(),
                ask.reason(),
                from,
                ask.source(),
                submit);
    }
}
