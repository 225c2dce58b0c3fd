package org.mdmhub.coding;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same characters in every code; separators in it are shown and do not count. */
record LiteralSegment(String value) implements Segment {

    static LiteralSegment read(Settings settings) {
        String value = settings.text("value", null);
        if (!value.isEmpty() && !CodePattern.WRITABLE.matcher(value).matches()) {
            settings.wrong("value", "schemeText", value);
        }
        return new LiteralSegment(value);
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("kind", "LITERAL");
        settings.put("value", value);
        return settings;
    }

    @Override
    public String part(Birth birth, long number, String before) {
        return value;
    }

    @Override
    public String shape() {
        return Ledger.norm(value);
    }

    @Override
    public List<List<String>> ways(Collection<String> organisations) {
        return List.of(Language.places(Ledger.norm(value)));
    }

    @Override
    public int longest(Collection<String> organisations) {
        return value.length();
    }
}
