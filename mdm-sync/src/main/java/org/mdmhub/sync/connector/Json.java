package org.mdmhub.sync.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON as the connectors write and read it: amounts stay exact and are written without an exponent. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The document; a missing node where the text is none. */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** String, Integer, Long, BigDecimal, Boolean, Map or List; null for null. Null members of a map are left out. */
    public static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            return map(node);
        }
        if (node.isArray()) {
            return list(node);
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToInt() ? (Object) node.intValue() : node.longValue();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNull() || node.isMissingNode() ? null : node.asString();
    }

    private static Map<String, Object> map(JsonNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (var member : node.properties()) {
            Object value = plain(member.getValue());
            if (value != null) {
                map.put(member.getKey(), value);
            }
        }
        return map;
    }

    private static List<Object> list(JsonNode node) {
        List<Object> list = new ArrayList<>();
        for (JsonNode element : node) {
            Object value = plain(element);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    /**
     * Of the document what the other one has too, on every level: what a target adds by itself, as the ids of list
     * items, is left out. Lists keep all their items.
     */
    public static Map<String, Object> pick(JsonNode document, Map<?, ?> like) {
        Map<String, Object> picked = new LinkedHashMap<>();
        like.forEach((name, sample) -> {
            Object value = shaped(document.path(String.valueOf(name)), sample);
            if (value != null) {
                picked.put(String.valueOf(name), value);
            }
        });
        return picked;
    }

    private static @Nullable Object shaped(JsonNode node, @Nullable Object like) {
        if (like instanceof Map<?, ?> part && node.isObject()) {
            return pick(node, part);
        }
        if (like instanceof List<?> items && node.isArray()) {
            Map<?, ?> sample = sample(items);
            return node.valueStream()
                    .map(item -> shaped(item, sample.isEmpty() ? null : sample))
                    .filter(Objects::nonNull)
                    .toList();
        }
        return plain(node);
    }

    /** All that any of the items has. */
    private static Map<?, ?> sample(List<?> items) {
        Map<Object, Object> sample = new LinkedHashMap<>();
        for (Object item : items) {
            if (item instanceof Map<?, ?> map) {
                sample.putAll(map);
            }
        }
        return sample;
    }
}
