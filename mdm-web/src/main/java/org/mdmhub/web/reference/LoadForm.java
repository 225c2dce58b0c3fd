package org.mdmhub.web.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mdmhub.reference.CodeSheet;
import org.mdmhub.reference.SheetFile;
import org.springframework.web.multipart.MultipartFile;

/**
 * A sheet that somebody gives in: as a file, or pasted.
 *
 * @param deed apply, or anything else for trying it
 * @param whole whether it is the whole table
 */
record LoadForm(
        @Nullable MultipartFile file,
        @Nullable String text,
        @Nullable Boolean whole,
        @Nullable String reason,
        @Nullable String deed) {

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_SHOWN = 200_000;

    static LoadForm empty() {
        return new LoadForm(null, null, null, null, null);
    }

    boolean applies() {
        return "apply".equals(deed);
    }

    boolean isWhole() {
        return Boolean.TRUE.equals(whole);
    }

    boolean isEmpty() {
        return (file == null || file.isEmpty()) && (text == null || text.isBlank());
    }

    /** @throws SheetFile.Unreadable where it is none */
    CodeSheet sheet() {
        return CodeSheet.read(bytes());
    }

    private byte[] bytes() {
        try {
            return file == null || file.isEmpty()
                    ? String.valueOf(text).getBytes(StandardCharsets.UTF_8)
                    : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes back to its place after a try; a large file has to be chosen again. */
    String shown(@Nullable CodeSheet sheet) {
        String written = sheet == null ? String.valueOf(text == null ? "" : text) : SheetText.of(sheet);
        return written.length() > LONGEST_SHOWN ? "" : written;
    }

    String why() {
        String clean = reason == null ? "" : reason.replace("\0", "").strip();
        return clean.substring(0, Math.min(LONGEST_REASON, clean.length()));
    }
}
