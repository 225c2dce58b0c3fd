package org.mdmhub.matching;

import java.util.List;
import java.util.Map;
import org.mdmhub.record.FieldValues;

/** When two masters of one kind are the same thing, as a bean of its domain. */
public interface MatchModel {

    /** Key of the master type. */
    String type();

    /** Whether such a one is matched at all. */
    boolean matches(FieldValues values);

    /** Fields whose values are kept for comparing. */
    List<String> compared();

    /** Names it goes by, the first one first. */
    List<String> names(FieldValues values);

    /** Valid identifiers that make two the same: kind to value. */
    Map<String, String> identifiers(FieldValues values);

    /** Further strings by which others of the same kind are found to be compared, beside names and identifiers. */
    default List<String> keys(FieldValues values) {
        return List.of();
    }

    /**
     * What it can say: fields that can be evidence, each with the levels that a comparison of it can come to and their
     * bits, the most where they vary.
     */
    Map<String, Map<String, Double>> weights();

    /** Names the model with its weights; another one where they differ. At most 60 characters. */
    default String version() {
        return "1";
    }

    /** Bits with which a comparison begins, before anything is known of the two. */
    default double prior() {
        return Verdict.PRIOR;
    }

    /** Score from which two are worth a look. */
    default double possible() {
        return Verdict.POSSIBLE;
    }

    Verdict compare(FieldValues one, FieldValues other);
}
