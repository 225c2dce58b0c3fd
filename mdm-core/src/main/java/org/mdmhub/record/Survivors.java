package org.mdmhub.record;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where merged records lead, through chains of any length to the last. A survivor that the caller's scope hides is told
 * too, by number and code alone: the code of a merged record leads on for ever.
 */
@Component
public class Survivors {

    private static final String LAST = """
            select m.id as merged, s.id, s.code from unnest(:ids::bigint[]) as m (id), record_survivor(m.id) s
            """;

    private final JdbcClient jdbc;

    Survivors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The end of a chain.
     *
     * @param merged the record that was asked for
     * @param id the record that stands for it, itself where it was not merged
     */
    public record Last(long merged, long id, String code) {}

    /** By the records that were asked for; each that exists has one. */
    public Map<Long, Last> of(Collection<Long> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(LAST).param("ids", records.toArray(new Long[0])).query(Last.class).stream()
                .collect(Collectors.toMap(Last::merged, Function.identity()));
    }

    /** The code that a record leads to, also one from the history; null where it stands for itself. */
    public @Nullable String codeOf(MasterRecord record) {
        Long next = record.survivorId();
        Last last = next == null ? null : of(Set.of(next)).get(next);
        return last == null ? null : last.code();
    }
}
