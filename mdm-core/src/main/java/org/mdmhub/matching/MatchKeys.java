package org.mdmhub.matching;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mdmhub.matching.name.CompanyName;
import org.mdmhub.record.FieldValues;

/** The strings by which what a model compares is found, and the numbers under which they are kept. */
final class MatchKeys {

    /** Raised whenever keys are made in another way: what was kept before is made anew. */
    static final int VERSION = 2;

    private static final int BUCKETS = 4096;

    private MatchKeys() {}

    /** Identifiers and whole names: two that share one may be the same in any case. */
    static Set<String> strong(MatchModel model, FieldValues values) {
        Set<String> keys = new LinkedHashSet<>();
        model.identifiers(values).forEach((kind, value) -> keys.add(kind + ":" + value));
        model.names(values)
                .forEach(name -> keys.add("name:" + CompanyName.of(name).full()));
        return keys;
    }

    /** All of them. */
    static Set<String> of(MatchModel model, FieldValues values) {
        Set<String> keys = strong(model, values);
        keys.addAll(model.keys(values));
        return keys;
    }

    /** One number of 64 bits a key; what a collision costs is one comparison. */
    static List<Long> numbers(String type, Collection<String> keys) {
        return keys.stream().map(key -> number(type, key)).distinct().toList();
    }

    // FNV-1a over the characters, mixed once more
    static long number(String type, String key) {
        String text = type + "/" + key;
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 29;
    }

    /** The bucket of the locks that a key belongs to. */
    static int bucket(String type, String key) {
        return Math.floorMod((type + "/" + key).hashCode(), BUCKETS);
    }
}
