package org.mdmhub.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mdmhub.record.FieldValues;

/** What follows from one field of a master for others that are still empty, as a bean of its domain. */
public interface Completion {

    /** Key of the master type. */
    String type();

    /** Key of the field from which it follows. */
    String from();

    /** Whether another value of that field may lead to something else; an empty {@link #from} leads to nothing. */
    default boolean reads(String key) {
        return key.equals(from());
    }

    /** Field key to value; whoever asks takes only what is empty. Sees standardised, well-formed values only. */
    Map<String, String> complete(FieldValues values);

    /** What else the field tells, to be said beside it. */
    default Optional<Note> note(FieldValues values) {
        return Optional.empty();
    }

    /** Words under {@code derived.CODE}, and what they fill in. */
    record Note(String code, List<String> args) {}
}
