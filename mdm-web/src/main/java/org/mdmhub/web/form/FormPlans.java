package org.mdmhub.web.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The form plan of each kind of master: as it was laid down, else as it comes with the hub, else an empty one. */
@Component
public class FormPlans {

    static final String TYPE = "forms";

    private final Settings settings;
    private final Map<String, FieldValues> shipped = new LinkedHashMap<>();
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    /** A plan and what it was read from. */
    private record Read(FieldValues content, FormPlan plan) {}

    FormPlans(MasterTypes types, Settings settings, JsonMapper json) {
        this.settings = settings;
        types.keys().forEach(type -> shipped.put(type, read(type, json)));
    }

    public FormPlan of(String type) {
        FieldValues content = content(type);
        Read kept = read.get(type);
        if (kept == null || !kept.content().equals(content)) {
            kept = new Read(content, FormPlan.of(content.asMap()));
            read.put(type, kept);
        }
        return kept.plan();
    }

    /** What holds for a type, as a setting holds it. */
    FieldValues content(String type) {
        return settings.find(TYPE, type)
                .map(setting -> FieldValues.of(setting.content()))
                .orElseGet(() -> shipped.getOrDefault(type, FieldValues.none()));
    }

    /** 1 is the plan that comes with the hub. */
    int version(String type) {
        return shipped.containsKey(type)
                ? 1 + settings.find(TYPE, type).map(Setting::version).orElse(0)
                : 0;
    }

    private static FieldValues read(String type, JsonMapper json) {
        try (InputStream file = FormPlans.class.getResourceAsStream("/forms/" + type + ".json")) {
            return file == null
                    ? FieldValues.none()
                    : FieldValues.exact(json.readValue(file, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
