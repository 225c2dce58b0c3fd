package org.mdmhub.sync.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.target.Exchange;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Hides what nobody may read later: credentials, by their names and by their values, and what masked fields hold, by
 * the target's names for them and by their values. Hidden before it is stored, and only then cut to its length.
 */
final class Mask {

    static final String HIDDEN = "•••";
    static final int LONGEST = 8_000;
    private static final int LONGEST_PATH = 500;

    /** Anything shorter stands in too many places by chance. */
    private static final int SHORTEST = 4;

    private static final String SECRET = "(?i)[\\w.-]*(?:token|secret|passw|pwd|authori[sz]ation|signature|cookie"
            + "|session|credential|api-?_?key|app-?_?key|private-?_?key)[\\w.-]*";
    private static final Pattern SECRET_NAME = Pattern.compile(SECRET + "|(?i)sid");
    private static final Pattern SECRET_PAIR =
            Pattern.compile("(" + SECRET + "\"?\\s*[=:]\\s*)(\"[^\"]*\"|[^\\s&;,<\"]+)");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(bearer|basic)\\s+[\\w.~+/=-]{8,}");
    private static final Pattern UNSTORABLE = Pattern.compile("\0|[\\ud800-\\udfff]");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Set<String> names = new HashSet<>();
    private final Set<String> values = new HashSet<>();

    /** @param names the target's names of masked fields */
    Mask(Collection<String> names, Collection<String> values) {
        names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
        hide(values);
    }

    /** These values are hidden too, wherever they stand. */
    void hide(Collection<String> more) {
        more.stream().filter(value -> value.length() >= SHORTEST).forEach(value -> {
            values.add(value);
            values.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
    }

    Exchange exchange(Exchange raw) {
        return new Exchange(
                raw.method(),
                cut(line(raw.path()), LONGEST_PATH),
                cut(text(raw.request()), LONGEST),
                raw.status(),
                cut(text(raw.answer()), LONGEST),
                raw.millis());
    }

    /** A body, JSON or not. */
    String text(String body) {
        String whole = UNSTORABLE.matcher(body).replaceAll("\ufffd");
        JsonNode document = container(whole);
        return document == null ? line(whole) : values(JSON.writeValueAsString(masked(document)));
    }

    /** A line of plain text, as an error or an address. */
    String line(String line) {
        String schemed = SCHEME.matcher(line).replaceAll("$1 " + HIDDEN);
        return values(SECRET_PAIR.matcher(schemed).replaceAll("$1" + HIDDEN));
    }

    private String values(String text) {
        String left = text;
        for (String value : values) {
            left = left.replace(value, HIDDEN);
        }
        return left;
    }

    private static @Nullable JsonNode container(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return null;
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    private JsonNode masked(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode masked = JSON.createObjectNode();
            object.properties().forEach(field -> masked.set(field.getKey(), member(field.getKey(), field.getValue())));
            return masked;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode masked = JSON.createArrayNode();
            array.forEach(element -> masked.add(masked(element)));
            return masked;
        }
        // some products take a document as a text within a document
        return node instanceof StringNode string ? StringNode.valueOf(text(string.asString())) : node;
    }

    private JsonNode member(String name, JsonNode value) {
        boolean empty = value.isNull() || value.isBoolean() || value.isEmpty() && value.isContainer();
        return !empty && isHidden(name) ? StringNode.valueOf(HIDDEN) : masked(value);
    }

    /** Kingdee answers with its names without the F that it is sent before them. */
    private boolean isHidden(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return names.contains(folded)
                || names.contains("f" + folded)
                || SECRET_NAME.matcher(name).matches();
    }

    private static String cut(String text, int longest) {
        int left = text.length() - longest;
        if (left <= 0) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + " …[+" + (text.length() - end) + "]";
    }
}
