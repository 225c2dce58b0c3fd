package org.mdmhub.quality;

import java.util.List;
import java.util.Map;
import org.mdmhub.record.FieldValues;

/** A block of text that people hand around about a master, read into its fields and written from them; a bean of its domain. */
public interface PastedText {

    /** Key of the master type. */
    String type();

    /** @param now what the fields hold already */
    Read read(String text, FieldValues now);

    /** The facts of such a block in its order, by key; the words of a key stand under {@code pasted.KEY}. */
    Map<String, String> written(FieldValues values);

    /**
     * What a text tells.
     *
     * @param unread pieces of which nothing was taken
     */
    record Read(List<Taken> taken, List<String> unread) {}

    /**
     * A value for a field, as it was written.
     *
     * @param piece the piece of the text that it was read from
     */
    record Taken(String field, String value, String piece) {}
}
