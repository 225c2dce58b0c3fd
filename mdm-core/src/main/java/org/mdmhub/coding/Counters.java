package org.mdmhub.coding;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The counters' rows. A number is given back with the transaction that took it.
 *
 * <p>A gapless counter is one row, locked until the commit. A fast one gives out blocks: each transaction takes numbers
 * off a block that no other transaction is using, so they do not wait for each other, and what a rollback or a crash
 * leaves of a block is used by the next one. Only a new block locks the counter.
 */
@Component
class Counters {

    private static final int BLOCK = 100;

    private final JdbcClient jdbc;

    Counters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the next number of a scope, at least {@code start}; the last lock that a transaction waits for. */
    long next(CodingScheme scheme, SchemeContent content, String scope) {
        long start = content.pattern().sequence().start();
        return content.fast() ? ofBlock(scheme, scope, start) : take(scheme, scope, start, 1);
    }

    /** The next number without taking it. */
    long peek(int counter, String scope, long start) {
        return jdbc.sql("select coalesce((select min(next) from code_block"
                        + " where scheme_id = :counter and scope = :scope and next <= last),"
                        + " (select next from code_counter where scheme_id = :counter and scope = :scope))")
                .param("counter", counter)
                .param("scope", scope)
                .query(Long.class)
                .optional()
                .map(next -> Math.max(next, start))
                .orElse(start);
    }

    /** Puts the counter beyond numbers that are reserved. */
    void moveTo(CodingScheme scheme, String scope, long next) {
        jdbc.sql("update code_counter set next = ? where scheme_id = ? and scope = ? and next < ?")
                .params(next, scheme.counter(), scope, next)
                .update();
    }

    private long take(CodingScheme scheme, String scope, long start, int many) {
        return jdbc.sql(
                        "insert into code_counter as c (scheme_id, scope, next) values (:counter, :scope, :start + :many)"
                                + " on conflict (scheme_id, scope) do update set next = greatest(c.next, :start) + :many"
                                + " returning next - :many")
                .param("counter", scheme.counter())
                .param("scope", scope)
                .param("start", start)
                .param("many", many)
                .query(Long.class)
                .single();
    }

    private long ofBlock(CodingScheme scheme, String scope, long start) {
        return openBlock(scheme, scope, start).orElseGet(() -> {
            long first = take(scheme, scope, start, BLOCK);
            jdbc.sql("insert into code_block (scheme_id, scope, first, last, next) values (?, ?, ?, ?, ?)")
                    .params(scheme.counter(), scope, first, first + BLOCK - 1, first + 1)
                    .update();
            return first;
        });
    }

    private Optional<Long> openBlock(CodingScheme scheme, String scope, long start) {
        return jdbc.sql("update code_block set next = next + 1 where id = (select id from code_block"
                        + " where scheme_id = ? and scope = ? and next <= last and next >= ?"
                        + " order by id limit 1 for no key update skip locked) returning next - 1")
                .params(scheme.counter(), scope, start)
                .query(Long.class)
                .optional();
    }

    /** A scope of a counter and its next number. */
    record Standing(String scope, long next) {}

    List<Standing> standings(int counter) {
        return jdbc.sql("select scope, next from code_counter where scheme_id = ? order by scope")
                .param(counter)
                .query((row, n) -> new Standing(row.getString("scope"), row.getLong("next")))
                .list();
    }
}
