package org.mdmhub.web.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as HTTP/1.1 (RFC 9112) frames it; header names in lower case. */
record Reply(int status, Map<String, String> headers, String body) {

    private static final String END = "\r\n\r\n";
    private static final Duration LONGEST_REST = Duration.ofHours(1);
    private static final Duration USUAL_REST = Duration.ofSeconds(60);

    /** @throws IOException where it is cut off, or no HTTP */
    static Reply read(byte[] all) throws IOException {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END);
        if (end < 0 || !text.matches("(?s)HTTP/1\\.[01] [2-5]\\d\\d\\b.*")) {
            throw new IOException("no HTTP");
        }
        Map<String, String> headers = headers(text.substring(0, end));
        byte[] body = body(headers, all, end + END.length());
        if (body == null) {
            throw new IOException("cut off");
        }
        return new Reply(Integer.parseInt(text.substring(9, 12)), headers, new String(body, StandardCharsets.UTF_8));
    }

    static boolean isWhole(byte[] all) {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END);
        if (end < 0) {
            return false;
        }
        Map<String, String> headers = headers(text.substring(0, end));
        boolean framed = headers.containsKey("content-length") || headers.containsKey("transfer-encoding");
        return framed && body(headers, all, end + END.length()) != null;
    }

    private static Map<String, String> headers(String head) {
        Map<String, String> headers = new HashMap<>();
        head.lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        });
        return headers;
    }

    /** Null where something is still missing. */
    private static byte @Nullable [] body(Map<String, String> headers, byte[] all, int from) {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks(all, from);
        }
        String length = headers.get("content-length");
        int most = length != null && length.matches("\\d{1,7}") ? Integer.parseInt(length) : all.length - from;
        if (all.length - from < most) {
            return null;
        }
        return java.util.Arrays.copyOfRange(all, from, from + most);
    }

    private static byte @Nullable [] chunks(byte[] all, int from) {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        var body = new ByteArrayOutputStream();
        int at = from;
        while (true) {
            int line = text.indexOf("\r\n", at);
            String size = line < 0
                    ? ""
                    : text.substring(at, line).replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9a-fA-F]{1,6}")) {
                return null;
            }
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                return body.toByteArray();
            }
            if (line + 2 + length > all.length) {
                return null;
            }
            body.write(all, line + 2, length);
            at = line + 2 + length + 2;
        }
    }

    /** How long the receiver wants to be left alone; a minute where it did not say. */
    Duration rest() {
        String said = headers.getOrDefault("retry-after", "");
        if (!said.matches("\\d{1,6}")) {
            return USUAL_REST;
        }
        Duration rest = Duration.ofSeconds(Long.parseLong(said));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    /** What the status alone says; null where it is a success whose body still counts. */
    @Nullable
    Outcome failure() {
        String said = "HTTP " + status;
        return switch (status) {
            case 429, 502, 503, 504 -> new Outcome.Later(rest(), said);
            case 408, 500 -> new Outcome.Unknown(said);
            default -> status < 300 ? null : new Outcome.Refused(said);
        };
    }
}
