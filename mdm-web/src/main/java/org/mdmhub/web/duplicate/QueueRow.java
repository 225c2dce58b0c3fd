package org.mdmhub.web.duplicate;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.layout.CharacterDiff;
import org.mdmhub.web.match.Waterfall;

/**
 * A group as a person reads it.
 *
 * @param id of its best pair
 * @param percent match score of that
 * @param fall how the score comes about
 * @param fields labels of what differs, most telling first
 * @param more how many fields differ besides
 * @param pairs all that it consists of
 * @param links how two of it can be tied together; empty where its reader may ask for nothing
 * @param next id of the row to go on with, null where there is none
 */
public record QueueRow(
        UUID id,
        String type,
        long percent,
        String outcome,
        @Nullable String sentence,
        @Nullable Waterfall fall,
        List<String> fields,
        int more,
        List<Member> members,
        List<UUID> pairs,
        List<String> reasons,
        List<LinkChoices.Choice> links,
        @Nullable UUID next) {

    /**
     * One of the records.
     *
     * @param letter by which the row calls it
     * @param name marked where it differs
     * @param cells what it has of {@link #fields}, marked where it differs
     * @param pairs those with the others of the row
     */
    public record Member(
            String letter,
            String code,
            List<CharacterDiff.Piece> name,
            String href,
            String unit,
            String status,
            List<Cell> cells,
            List<UUID> pairs) {

        /** Its name without marks; its code where it has none. */
        public String called() {
            String plain = name.stream().map(CharacterDiff.Piece::text).collect(Collectors.joining());
            return plain.isEmpty() ? code : plain;
        }
    }

    /** A value with its label. */
    public record Cell(String label, List<CharacterDiff.Piece> pieces) {}

    /** Codes of all, as the merge screen takes them. */
    public String codes() {
        return members.stream().map(Member::code).collect(Collectors.joining(","));
    }

    /** What all are called, for whoever only hears it. */
    public String called() {
        return members.stream().map(Member::called).collect(Collectors.joining(" / "));
    }

    /** Whether it is more than a pair. */
    public boolean isMany() {
        return members.size() > 2;
    }

    /** Its pairs as one value of a form. */
    public String value() {
        return pairs.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    QueueRow before(@Nullable UUID following) {
        return new QueueRow(
                id, type, percent, outcome, sentence, fall, fields, more, members, pairs, reasons, links, following);
    }
}
