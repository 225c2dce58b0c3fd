package org.mdmhub.web.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.mdmhub.record.MasterTypes;
import org.springframework.stereotype.Component;

/** The form plan of each kind of master. */
@Component
class FormPlans {

    private final Map<String, FormPlan> plans = new LinkedHashMap<>();

    FormPlans(MasterTypes types) {
        types.keys().forEach(type -> plans.put(type, read(type)));
    }

    FormPlan of(String type) {
        return plans.getOrDefault(type, new FormPlan(new Properties()));
    }

    private static FormPlan read(String type) {
        Properties said = new Properties();
        try (InputStream file = FormPlans.class.getResourceAsStream("/forms/" + type + ".properties")) {
            if (file != null) {
                said.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FormPlan(said);
    }
}
