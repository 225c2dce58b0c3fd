package org.mdmhub.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * What a list of requests is narrowed by; null and false parts do not matter.
 *
 * @param fresh only new masters, or only changes
 * @param unit number of the owning organisation
 * @param asker login of who asked
 * @param accountGroup of the customer
 * @param alike only what looked like something that is there already
 * @param late only what has waited longer than it should
 * @param before only what was opened before
 * @param snoozed only what the reader has put off, which is otherwise left out of what waits for him
 * @param open of what somebody asked for only what can still come to something
 * @param named only what is called so
 */
public record RequestFilter(
        @Nullable ChangeStatus status,
        @Nullable String type,
        @Nullable ChangeKind kind,
        @Nullable Boolean fresh,
        @Nullable Integer unit,
        @Nullable String asker,
        @Nullable String accountGroup,
        boolean alike,
        boolean late,
        @Nullable Instant before,
        boolean snoozed,
        boolean open,
        @Nullable Named named) {

    public static final RequestFilter NONE =
            new RequestFilter(null, null, null, null, null, null, null, false, false, null, false, false, null);

    /**
     * Requests with this text in their number or in the name that is asked for, and those on these records.
     *
     * @param records ids of the records that are meant too
     */
    public record Named(String text, List<Long> records) {

        private String part() {
            return "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%";
        }
    }

    /** Only those in that status. */
    public RequestFilter with(@Nullable ChangeStatus other) {
        return new RequestFilter(
                other, type, kind, fresh, unit, asker, accountGroup, alike, late, before, snoozed, open, named);
    }

    RequestFilter ofType(@Nullable String other) {
        return new RequestFilter(
                status, other, kind, fresh, unit, asker, accountGroup, alike, late, before, snoozed, open, named);
    }

    /** Only new masters, or only changes. */
    public RequestFilter onlyFresh(boolean wanted) {
        return new RequestFilter(
                status, type, kind, wanted, unit, asker, accountGroup, alike, late, before, snoozed, open, named);
    }

    /** Only what can still come to something. */
    public RequestFilter stillOpen() {
        return new RequestFilter(
                status, type, kind, fresh, unit, asker, accountGroup, alike, late, before, snoozed, true, named);
    }

    /** The first id that a request opened at that time can have. */
    private static UUID first(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    void into(Map<String, @Nullable Object> values) {
        values.put("status", text(status == null ? null : status.name()));
        values.put("type", text(type));
        values.put("kind", text(kind == null ? null : kind.name()));
        values.put("fresh", new SqlParameterValue(java.sql.Types.BOOLEAN, fresh));
        // said once more in the words of an index
        values.put("changes", Boolean.FALSE.equals(fresh));
        values.put("unit", new SqlParameterValue(java.sql.Types.INTEGER, unit));
        values.put("asker", text(asker));
        values.put("group", text(accountGroup));
        values.put("alike", alike);
        values.put("late", late);
        values.put("before", new SqlParameterValue(java.sql.Types.OTHER, before == null ? null : first(before)));
        values.put("snoozed", snoozed);
        values.put("text", text(named == null ? null : named.text()));
        values.put("part", text(named == null ? null : named.part()));
        values.put("records", named == null ? new Long[0] : named.records().toArray(Long[]::new));
    }

    private static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(java.sql.Types.VARCHAR, value);
    }
}
