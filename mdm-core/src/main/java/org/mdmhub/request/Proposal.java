package org.mdmhub.request;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

/**
 * A kind of setting that only an approved request changes, as a bean in the package that owns it: coding schemes, rules,
 * categories, forms. Its content is in neutral form: key to JSON value, each number a BigDecimal.
 */
public interface Proposal {

    /** Name outside the program, plural and lower case, as {@code coding-schemes}; no kind of master is called so. */
    String type();

    /** Version of the setting with this key, 0 where there is none in force. */
    int version(String key);

    /** What holds now, none where there is no such setting. */
    FieldValues now(String key);

    /**
     * What is wrong with the content, by pointers as {@code /fields/segments/2}; an error stops it.
     *
     * @param before none for a new setting
     */
    List<Finding> check(String key, FieldValues before, FieldValues after);

    /** What keeps a setting from being retired; by default nothing does. */
    default List<Finding> checkRetired(String key, FieldValues before) {
        return List.of();
    }

    /** Lays down what was approved, inside the road's transaction. */
    void apply(String key, FieldValues after, Instant now);

    /** Takes it out of force, inside the road's transaction. */
    void retire(String key, Instant now);

    /** Whether only who defines for everybody may ask for it, at the top; false leaves it to {@link #mayAsk} and {@link #owner}. */
    default boolean forEverybody() {
        return true;
    }

    /** Whether somebody may ask for this one, where it is not for everybody. */
    default boolean mayAsk(String key, Actor actor) {
        return false;
    }

    /** Number of the organisation whose people decide, where it is not for everybody. */
    default int owner(String key) {
        throw new UnsupportedOperationException(key);
    }

    /** Who must approve, null for whoever approves settings. */
    default @Nullable List<Step> steps(String key) {
        return null;
    }

    /** What people call it in a list of requests. */
    default String title(String key, FieldValues values) {
        String name = values.text("name");
        return name == null ? key : name;
    }
}
