package org.mdmhub.sync.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Those fields of the document that are named and hold a value. */
    public static Map<String, Object> pick(JsonNode document, Iterable<String> names) {
        Map<String, Object> picked = new LinkedHashMap<>();
        for (String name : names) {
            Object value = plain(document.path(name));
            if (value != null) {
                picked.put(name, value);
            }
        }
        return picked;
    }
}
