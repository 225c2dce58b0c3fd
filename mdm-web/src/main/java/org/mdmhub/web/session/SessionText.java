package org.mdmhub.web.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Session attributes as JSON. A session keeps text, and what one page hands to the next: texts, numbers, flags, our own
 * records and enums, and lists and maps of these. Nothing else is written, and no class but ours is ever named in it, so
 * that nobody who writes into the table can have a class of his choice made.
 */
final class SessionText {

    private static final String OURS = "org.mdmhub.";
    private static final String TYPE = "type";
    private static final String VALUE = "value";

    private final JsonMapper json;

    SessionText(JsonMapper json) {
        this.json = json;
    }

    byte[] write(Object attribute) {
        JsonNode node;
        if (attribute instanceof String text) {
            node = json.valueToTree(text);
        } else if (attribute instanceof List<?> flashes) {
            node = json.valueToTree(flashes.stream()
                    .map(flash -> flash((FlashMap) java.util.Objects.requireNonNull(flash)))
                    .toList());
        } else {
            throw new IllegalStateException("a session keeps no " + attribute.getClass());
        }
        return json.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    }

    /** What an older version of the hub wrote and this one cannot read is as if it had never been handed over. */
    Object read(byte[] bytes) {
        JsonNode node = json.readTree(bytes);
        if (node.isString()) {
            return node.asString();
        }
        List<FlashMap> flashes = new ArrayList<>();
        node.forEach(flash -> flashes.add(flash(flash)));
        return flashes;
    }

    private ObjectNode flash(FlashMap flash) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("path", flash.getTargetRequestPath());
        node.put("until", flash.getExpirationTime());
        ObjectNode params = node.putObject("params");
        flash.getTargetRequestParams().forEach((name, values) -> params.set(name, json.valueToTree(values)));
        ObjectNode values = node.putObject("values");
        flash.forEach((name, value) -> values.set(name, wrapped(value)));
        return node;
    }

    private FlashMap flash(JsonNode node) {
        FlashMap flash = new FlashMap();
        JsonNode path = node.path("path");
        flash.setTargetRequestPath(path.isString() ? path.asString() : null);
        flash.setExpirationTime(node.path("until").asLong(0));
        node.path("params")
                .properties()
                .forEach(param -> param.getValue()
                        .forEach(value -> flash.addTargetRequestParam(param.getKey(), value.asString())));
        node.path("values").properties().forEach(value -> {
            Object read = unwrapped(value.getValue());
            if (read != null) {
                flash.put(value.getKey(), read);
            }
        });
        return flash;
    }

    private JsonNode wrapped(@Nullable Object value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return node.set(VALUE, json.valueToTree(value));
        }
        if (value instanceof List<?> list) {
            return node.set(
                    "list", json.valueToTree(list.stream().map(this::wrapped).toList()));
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode entries = node.putObject("map");
            map.forEach((key, entry) -> entries.set(String.valueOf(key), wrapped(entry)));
            return node;
        }
        if (!allowed(value.getClass())) {
            throw new IllegalStateException("a flash attribute cannot be a " + value.getClass());
        }
        return node.put(TYPE, value.getClass().getName()).set(VALUE, json.valueToTree(value));
    }

    private @Nullable Object unwrapped(JsonNode node) {
        if (node.has("list")) {
            List<@Nullable Object> list = new ArrayList<>();
            node.path("list").forEach(item -> list.add(unwrapped(item)));
            return list;
        }
        if (node.has("map")) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.path("map").properties().forEach(entry -> map.put(entry.getKey(), unwrapped(entry.getValue())));
            return map;
        }
        return node.has(TYPE)
                ? ours(node.path(TYPE).asString(), node.path(VALUE))
                : json.treeToValue(node.path(VALUE), Object.class);
    }

    private @Nullable Object ours(String name, JsonNode value) {
        if (!name.startsWith(OURS)) {
            return null;
        }
        try {
            Class<?> type = Class.forName(name, false, SessionText.class.getClassLoader());
            return allowed(type) ? json.treeToValue(value, type) : null;
        } catch (ClassNotFoundException | tools.jackson.core.JacksonException e) {
            return null;
        }
    }

    private static boolean allowed(Class<?> type) {
        return type.getName().startsWith(OURS) && (type.isRecord() || type.isEnum());
    }
}
