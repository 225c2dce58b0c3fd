package org.mdmhub.web.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Finding;
import org.springframework.http.HttpStatus;

/** One page of a list, and the cursor to the next one; null at the end. */
record Page<T>(List<T> items, @Nullable String nextCursor) {

    private static final int MOST = 200;

    /**
     * Cuts the page out of what was read with one row more than asked for.
     *
     * @param key what the next page begins behind
     */
    static <R, T> Page<T> of(List<R> rows, int limit, Function<R, Object> key, Function<R, T> view) {
        List<R> page = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit ? cursor(key.apply(page.get(limit - 1))) : null;
        return new Page<>(page.stream().map(view).toList(), next);
    }

    private static String cursor(Object key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.valueOf(key).getBytes(StandardCharsets.UTF_8));
    }

    /** What a cursor stands for, or {@code first} where there is none. */
    static <K> K after(@Nullable String cursor, K first, Function<String, K> read) {
        if (cursor == null || cursor.isEmpty()) {
            return first;
        }
        try {
            return read.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed", List.of(Finding.error("/cursor", "malformed")));
        }
    }

    /** A limit between 1 and 200. */
    static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed", List.of(Finding.error("/limit", "limit", "200")));
        }
        return asked;
    }
}
