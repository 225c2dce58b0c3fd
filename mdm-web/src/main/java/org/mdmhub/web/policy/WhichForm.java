package org.mdmhub.web.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An invented request as it stands in its form: type, kind, organisation, code, and rows of field and value. */
record WhichForm(PolicyForm typed) {

    static final int MOST_FIELDS = 8;

    /** What somebody would ask for; a value in brackets is a list, as the API takes it. */
    Ask ask(JsonMapper json) {
        ChangeKind kind = kind();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < MOST_FIELDS; i++) {
            String key = typed.text("asked." + i + ".field");
            if (!key.isEmpty()) {
                fields.put(key, value(typed.text("asked." + i + ".value"), json));
            }
        }
        boolean block = kind == ChangeKind.BLOCK || kind == ChangeKind.UNBLOCK;
        String unit = typed.text("orgUnit");
        return new Ask(
                typed.text("type").isEmpty() ? "customers" : typed.text("type"),
                kind,
                kind == ChangeKind.CREATE ? null : typed.text("code"),
                null,
                unit.isEmpty() ? null : unit,
                fields,
                block ? Map.of("scope", "ALL", "reason", "-") : null,
                null,
                null,
                null,
                null,
                true);
    }

    private ChangeKind kind() {
        return List.of(ChangeKind.values()).stream()
                .filter(kind -> kind.name().equals(typed.text("kind")))
                .findFirst()
                .orElse(ChangeKind.CREATE);
    }

    private static @Nullable Object value(String text, JsonMapper json) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.startsWith("[") ? json.readValue(text, List.class) : text;
        } catch (JacksonException e) {
            return text;
        }
    }
}
