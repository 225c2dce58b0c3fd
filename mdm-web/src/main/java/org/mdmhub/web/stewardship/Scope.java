package org.mdmhub.web.stewardship;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is counted.
 *
 * @param units numbers of the organisations of the reader, or the one that he chose
 * @param type kind of master or setting, null for all
 * @param since begin of the period
 */
record Scope(Set<Integer> units, @Nullable String type, Period period, Instant since, Instant now) {

    /** The statement with its named values; not every statement needs all of them. */
    JdbcClient.StatementSpec on(JdbcClient.StatementSpec statement) {
        return statement
                .param("units", units.toArray(Integer[]::new))
                .param("type", type, java.sql.Types.VARCHAR)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC));
    }
}
