package org.mdmhub.web.api;

import java.util.List;
import org.mdmhub.record.Finding;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a body when its handler asks for it, so that what is not there or not allowed is said before what is malformed.
 */
@Component
class Bodies {

    private final JsonMapper json;

    Bodies(JsonMapper json) {
        this.json = json;
    }

    /** @throws Malformed where it is not JSON of that shape */
    <T> T read(byte[] body, Class<T> type) {
        try {
            T read = json.readValue(body, type);
            if (read == null) {
                throw new Malformed(List.of());
            }
            return read;
        } catch (UnrecognizedPropertyException e) {
            throw new Malformed(List.of(Finding.error(pointer(e), "unknownProperty", e.getPropertyName())));
        } catch (DatabindException e) {
            throw new Malformed(e.getPath().isEmpty() ? List.of() : List.of(Finding.error(pointer(e), "malformed")));
        } catch (JacksonException e) {
            throw new Malformed(List.of());
        }
    }

    /** An empty body stands for one without properties. */
    <T> T readOptional(byte[] body, Class<T> type) {
        return read(body.length == 0 ? "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8) : body, type);
    }

    private static String pointer(DatabindException e) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : name);
        }
        return pointer.toString();
    }

    /** The body is not JSON, or not of its shape; the findings say where, as far as it is known. */
    static final class Malformed extends RuntimeException {

        private final transient List<Finding> findings;

        Malformed(List<Finding> findings) {
            super("malformed body");
            this.findings = findings;
        }

        List<Finding> findings() {
            return findings;
        }
    }
}
