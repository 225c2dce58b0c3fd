package org.mdmhub.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;

/** What a file is by its content; neither its name nor what its sender calls it is believed. */
enum Kind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    WEBP("image/webp", "webp");

    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] PNG_TAIL = {'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};
    private static final long MOST_POINTS = 100_000_000L;
    private static final int MARGIN = 2048;
    private static final int ARCHIVE_TAIL = 66_000;
    private static final int PNG_SIZES = 16;
    private static final int WEBP_SIZES = 24;

    private final String mediaType;
    private final String extension;

    Kind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    static Kind ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    /** @throws NotTaken where it is none of them, not whole, or another thing as well */
    static Kind of(byte[] content) {
        Kind kind = begins(content);
        String head = text(content, 0, MARGIN);
        String tail = text(content, Math.max(0, content.length - MARGIN), MARGIN);
        boolean whole = switch (kind) {
            case PDF -> tail.contains("%%EOF");
            case PNG -> endsWith(content, PNG_TAIL) && content.length > PNG_SIZES + Long.BYTES;
            case JPEG -> points(Jpeg.size(content)) > 0;
            case WEBP -> content.length == little(content, 4) + 8L;
        };
        if (!whole || isSomethingElse(kind, head, content)) {
            throw new NotTaken(NotTaken.Why.BROKEN);
        }
        long points = switch (kind) {
            case PDF -> 0;
            case PNG -> big(content, PNG_SIZES) * big(content, PNG_SIZES + 4);
            case JPEG -> points(Jpeg.size(content));
            case WEBP -> webp(content);
        };
        if (points > MOST_POINTS || points < 0) {
            throw new NotTaken(NotTaken.Why.TOO_MANY_POINTS);
        }
        return kind;
    }

    private static Kind begins(byte[] content) {
        if (content.length == 0) {
            throw new NotTaken(NotTaken.Why.EMPTY);
        }
        String head = text(content, 0, 16);
        if (head.matches("(?s)%PDF-[12]\\..*")) {
            return PDF;
        }
        if (Arrays.equals(Arrays.copyOf(content, PNG_HEAD.length), PNG_HEAD)) {
            return PNG;
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBPVP8", 8)) {
            return WEBP;
        }
        throw new NotTaken(NotTaken.Why.KIND);
    }

    /** A page, a program or an archive that also begins like a picture. */
    private static boolean isSomethingElse(Kind kind, String head, byte[] content) {
        String folded = head.toLowerCase(Locale.ROOT);
        boolean page = folded.contains("<script") || folded.contains("<html") || folded.contains("<!doctype");
        boolean paper = kind != PDF && folded.contains("%pdf-");
        int from = Math.max(0, content.length - ARCHIVE_TAIL);
        return page || paper || text(content, from, ARCHIVE_TAIL).contains("PK\u0005\u0006");
    }

    /** Of an animated or layered picture; the plain forms hold no more than 16,383 points a side. */
    private static long webp(byte[] content) {
        if (content.length < WEBP_SIZES + 6 || !text(content, 12, 4).equals("VP8X")) {
            return 0;
        }
        return (1L + (little(content, WEBP_SIZES) & 0xffffff)) * (1L + (little(content, WEBP_SIZES + 3) & 0xffffff));
    }

    private static long points(long[] size) {
        return size[0] * size[1];
    }

    private static long big(byte[] content, int at) {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) little(content, at)));
    }

    private static long little(byte[] content, int at) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | (at + i < content.length ? content[at + i] & 0xff : 0);
        }
        return value;
    }

    private static boolean endsWith(byte[] content, byte[] tail) {
        return content.length > tail.length
                && Arrays.equals(Arrays.copyOfRange(content, content.length - tail.length, content.length), tail);
    }

    private static String text(byte[] content, int from, int length) {
        return new String(content, from, Math.min(length, content.length - from), ISO_8859_1);
    }
}
