package org.mdmhub.document;

/**
 * A paper that is stored.
 *
 * @param sha256 of its content, lower case
 * @param size in bytes
 * @param name safe to be shown and to be saved by
 */
public record Document(String sha256, String mediaType, int size, String name) {

    /** Whether a browser shows it as a picture. */
    public boolean isPicture() {
        return !mediaType.equals(Kind.PDF.mediaType());
    }
}
