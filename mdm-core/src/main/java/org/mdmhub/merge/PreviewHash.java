package org.mdmhub.merge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SHA-256 over all that an approver of a merge was shown. */
final class PreviewHash {

    private PreviewHash() {}

    static String of(MergePlan plan, Map<String, String> picks) {
        StringBuilder text = new StringBuilder(plan.type());
        plan.members()
                .forEach(member -> append(
                        text.append('\n').append(member.code()), member.values().asMap()));
        plan.fields().forEach((field, chosen) -> {
            append(text.append('\n'), field);
            append(text, chosen.from());
            append(text, chosen.value());
        });
        append(text.append('\n'), List.copyOf(plan.choice().without()));
        append(text.append('\n'), picks);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Unambiguous: each text is led by its length, keys of a map are in order. */
    private static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, held) -> sorted.put(String.valueOf(key), held));
            text.append('{');
            sorted.forEach((key, held) -> {
                append(text, key);
                append(text, held);
            });
            text.append('}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(held -> append(text, held));
            text.append(']');
        } else {
            String plain = String.valueOf(value);
            text.append(value == null ? 'n' : value.getClass().getSimpleName().charAt(0))
                    .append(plain.length())
                    .append(':')
                    .append(plain);
        }
    }
}
