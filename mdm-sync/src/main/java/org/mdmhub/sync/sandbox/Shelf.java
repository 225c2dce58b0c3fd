package org.mdmhub.sync.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** What a sandbox holds, in memory for reading and in the journal for good. */
final class Shelf implements Closeable {

    private final ConcurrentSkipListMap<Long, Item> items = new ConcurrentSkipListMap<>();
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final Journal journal;
    private long last;

    Shelf(Path folder, long firstId) throws IOException {
        last = firstId - 1;
        journal = Journal.open(folder, line -> keep(Item.parse(line)));
    }

    Collection<Item> all() {
        return items.values();
    }

    /** What came in last, newest first. */
    List<Item> newest(int limit) {
        return items.values().stream()
                .sorted(Comparator.comparing(Item::at).thenComparing(Item::id).reversed())
                .limit(limit)
                .toList();
    }

    /** By number; upper and lower case are the same, as in both products' default collation. */
    Optional<Item> find(String kind, String number) {
        return Optional.ofNullable(numbers.get(key(kind, number))).map(items::get);
    }

    Optional<Item> find(String kind, long id) {
        return Optional.ofNullable(items.get(id)).filter(item -> item.kind().equals(kind));
    }

    /** Looks and writes with nobody in between; what was written is durable when this returns. */
    <T> T exclusively(Supplier<T> work) {
        T done;
        synchronized (this) {
            done = work.get();
        }
        journal.settle();
        return done;
    }

    /** Only within {@link #exclusively}. */
    Item add(String kind, String number, ObjectNode document) {
        return put(new Item(last + 1, kind, number, document, Instant.now()));
    }

    /** Only within {@link #exclusively}. */
    Item change(Item item, String number, ObjectNode document) {
        return put(new Item(item.id(), item.kind(), number, document, Instant.now()));
    }

    private Item put(Item item) {
        journal.append(item.line());
        keep(item);
        return item;
    }

    private void keep(Item item) {
        last = Math.max(last, item.id());
        Item before = items.put(item.id(), item);
        if (before != null && !before.number().equals(item.number())) {
            numbers.remove(key(before.kind(), before.number()));
        }
        numbers.put(key(item.kind(), item.number()), item.id());
    }

    private static String key(String kind, String number) {
        return kind + "\n" + number.toUpperCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
