package org.mdmhub.coding;

import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers that the counter leaves out in every scope, and why. */
public record Reserved(long from, long to, String why) {

    private static final int MOST_WORDS = 300;

    static Reserved read(Settings settings) {
        long from = settings.number("from", 1, Long.MAX_VALUE, null);
        long to = settings.number("to", from, Long.MAX_VALUE, null);
        String why = settings.text("why", null);
        if (why.length() > MOST_WORDS) {
            settings.wrong("why", "length", String.valueOf(MOST_WORDS));
        }
        settings.nothingElse();
        return new Reserved(from, to, why);
    }

    boolean holds(long number) {
        return number >= from && number <= to;
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("from", from);
        settings.put("to", to);
        settings.put("why", why);
        return settings;
    }
}
