package org.mdmhub.coding;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The organisation that owns the record when it is born.
 *
 * @param map organisation to text; empty: its own code
 */
record OrganisationSegment(Map<String, String> map) implements Segment {

    static OrganisationSegment read(Settings settings) {
        return new OrganisationSegment(settings.texts("map"));
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("kind", "ORGANISATION");
        if (!map.isEmpty()) {
            settings.put("map", map);
        }
        return settings;
    }

    @Override
    public @Nullable String part(Birth birth, long number, String before) {
        return map.isEmpty() ? birth.orgUnit() : map.get(birth.orgUnit());
    }

    @Override
    public String shape() {
        return map.isEmpty() ? "[A-Z0-9]+" : FieldSegment.anyOf(map.values());
    }

    @Override
    public List<List<String>> ways(Collection<String> organisations) {
        return (map.isEmpty() ? organisations : map.values())
                .stream().map(text -> Language.places(Ledger.norm(text))).toList();
    }

    @Override
    public int longest(Collection<String> organisations) {
        return (map.isEmpty() ? organisations : map.values())
                .stream().mapToInt(String::length).max().orElse(0);
    }

    @Override
    public Birth example(Birth birth) {
        boolean known = part(birth, 0, "") != null;
        return known ? birth : new Birth(map.keySet().iterator().next(), birth.values(), birth.at(), birth.source());
    }
}
