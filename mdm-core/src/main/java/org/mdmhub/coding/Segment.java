package org.mdmhub.coding;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;

/** One part of a code. What it adds is made of capital letters, digits and separators only. */
public sealed interface Segment
        permits LiteralSegment,
                OrganisationSegment,
                FieldSegment,
                YearSegment,
                MonthSegment,
                SequenceSegment,
                CheckSegment {

    /** Its kind and settings as the API shows them; what is as always is left out. */
    Map<String, Object> settings();

    /**
     * The part that it adds.
     *
     * @param before what stands before it
     * @return null where it has no text for this record, or the number does not fit
     */
    @Nullable
    String part(Birth birth, long number, String before);

    /** The same record, with a value for which it has a text. */
    default Birth example(Birth birth) {
        return birth;
    }

    /** What it looks like without separators, as a regular expression that Java and PostgreSQL read alike. */
    String shape();

    /**
     * All that it can be without separators: alternatives, each a list of places, each place the characters that may
     * stand there.
     *
     * @param organisations codes of those that there are
     */
    List<List<String>> ways(Collection<String> organisations);

    /** How many characters it adds at most, separators included. */
    default int longest(Collection<String> organisations) {
        return ways(organisations).stream().mapToInt(List::size).max().orElse(0);
    }

    /** What it is called where a counter is kept by it. */
    default String name() {
        return String.valueOf(settings().get("kind"));
    }

    /** The counter's number, if it is that. */
    default Optional<SequenceSegment> sequence() {
        return Optional.empty();
    }

    /** The check, if it is that. */
    default Optional<CheckSegment> check() {
        return Optional.empty();
    }

    /** Notes what is wrong with it in a scheme of a type with these fields. */
    default void judge(Settings settings, List<Segment> earlier, List<Field<MasterRecord>> fields) {}

    /** Values of the record without which it has no text; empty where it has one always. */
    default Optional<String> field() {
        return Optional.empty();
    }
}
