package org.mdmhub.web.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.springframework.stereotype.Component;

/** What a setting names by keys (fields, kinds, roles, organisations), in the words of the reader. */
@Component
class SettingWords {

    private static final Set<String> FIELDS =
            Set.of("field", "other", "fields", "replaced", "within", "when.field", "when.other", "fields.field");

    /** Entries whose values have words of their own, and what those begin with. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("type", "nav."),
            Map.entry("kinds", "kind."),
            Map.entry("groups", "group."),
            Map.entry("is", "rule.is."),
            Map.entry("when.is", "rule.is."),
            Map.entry("check", "rule.check."),
            Map.entry("severity", "rule.severity."),
            Map.entry("steps.roles", "role."),
            Map.entry("steps.escalate", "role."),
            Map.entry("fields.rules", "survivorship.rule."),
            Map.entry("otherwise", "survivorship.rule."));

    private final MasterTypes types;
    private final Labels labels;
    private final Texts texts;

    SettingWords(MasterTypes types, Labels labels, Texts texts) {
        this.types = types;
        this.labels = labels;
        this.texts = texts;
    }

    /** The same change, told in words. */
    FieldChange told(FieldChange change) {
        return new FieldChange(
                change.field(), told(change.field(), change.before()), told(change.field(), change.after()));
    }

    private @Nullable Object told(String place, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> told(place, one)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            return place.equals("above") ? above(map) : parts(place, map);
        }
        return value instanceof String text ? word(place, text) : value;
    }

    private Map<String, @Nullable Object> parts(String place, Map<?, ?> map) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        map.forEach((key, value) -> told.put(String.valueOf(key), told(place + "." + key, value)));
        return told;
    }

    private String above(Map<?, ?> map) {
        return texts.of(
                "policy.over",
                field(String.valueOf(map.get("field"))),
                Objects.requireNonNullElse(map.get("value"), ""));
    }

    private String word(String place, String text) {
        if (FIELDS.contains(place)) {
            return field(text);
        }
        if (place.equals("orgUnits")) {
            return labels.organisation(text);
        }
        String words = WORDS.get(place);
        return words == null ? text : texts.or(words + text, text);
    }

    /** A field of the first kind of master that has it. */
    private String field(String key) {
        if (key.equals("orgUnit")) {
            return texts.of("rule.orgUnit");
        }
        return types.keys().stream()
                .map(type -> labels.field(type, key))
                .filter(label -> !label.equals(key))
                .findFirst()
                .orElse(key);
    }
}
