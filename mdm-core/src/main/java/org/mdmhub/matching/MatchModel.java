package org.mdmhub.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mdmhub.matching.model.Profile;
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

    /** What masters of its kinds are compared by, a profile a kind. */
    List<Profile> profiles();

    /** What such a one is compared by. */
    Profile profile(FieldValues values);

    /** Strings by which others of the same kind are found to be compared, beside identifiers and whole names. */
    default Collection<String> keys(FieldValues values) {
        return profile(values).keys().apply(values);
    }

    /** Adds what the domain knows beyond the weights of single fields. */
    void judge(Verdict verdict, FieldValues one, FieldValues other);

    /** What its rules can say beside the comparisons: fields, each with levels and their bits. */
    Map<String, Map<String, Double>> rules();

    /** What is known of that which such a one belongs to without being the same; empty where it is no part of anything. */
    default Optional<FieldValues> whole(FieldValues part) {
        return Optional.empty();
    }

    /** Whether others may belong to such a one. */
    default boolean isWhole(FieldValues values) {
        return false;
    }

    /** Names the model with its weights; another one where they differ. At most 60 characters. */
    default String version() {
        return "3";
    }
}
