package org.mdmhub.reference;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mdmhub.organisation.OncePerTransaction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The code tables. Each is kept in memory as it was read, and read again when its stamp is another: that is asked once in each
 * transaction, so that no node misses a load by another.
 */
@Component
public class CodeTables {

    private static final String ALL = "from CodeTable order by name";

    private final EntityManager entities;
    private final OncePerTransaction<String, Map<String, CodeTable>> read = new OncePerTransaction<>();
    private final Map<String, Kept> books = new ConcurrentHashMap<>();

    private record Kept(UUID stamp, CodeBook book) {}

    CodeTables(EntityManager entities) {
        this.entities = entities;
    }

    /** All tables by name. */
    @Transactional(readOnly = true)
    public List<CodeTable> all() {
        return List.copyOf(tables().values());
    }

    /** Names of all tables. */
    @Transactional(readOnly = true)
    public List<String> names() {
        return List.copyOf(tables().keySet());
    }

    /** A table with its entries. */
    @Transactional(readOnly = true)
    public Optional<CodeBook> find(String name) {
        CodeTable table = tables().get(name);
        if (table == null) {
            return Optional.empty();
        }
        Kept kept = books.get(name);
        if (kept == null || !kept.stamp().equals(table.stamp())) {
            kept = new Kept(table.stamp(), new CodeBook(table, entries(name)));
            books.put(name, kept);
        }
        return Optional.of(kept.book());
    }

    List<CodeEntry> entries(String table) {
        return entities.createQuery("from CodeEntry where tableName = :name order by position, code", CodeEntry.class)
                .setParameter("name", table)
                .getResultList();
    }

    /** @throws IllegalArgumentException where there is no such table */
    public CodeBook get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no code table is called " + name));
    }

    private Map<String, CodeTable> tables() {
        return read.get(ALL, query -> {
            Map<String, CodeTable> tables = new LinkedHashMap<>();
            entities.createQuery(query, CodeTable.class)
                    .getResultList()
                    .forEach(table -> tables.put(table.name(), table));
            return tables;
        });
    }

    /** The transaction itself has written. */
    void forget() {
        read.forget();
    }
}
