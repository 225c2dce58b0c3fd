package org.mdmhub.web.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.document.Papers;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.Shown;
import org.mdmhub.web.layout.Values;
import org.mdmhub.web.match.Waterfall;

/**
 * A form as its template shows it.
 *
 * @param hidden inputs that are no person's business, by name and value
 * @param choices what is chosen before anything is typed: group and organisation
 * @param pastes whether it takes a pasted block of text
 * @param taken what the pasted block told, and {@code unread} what of it was left
 * @param reasons why, and from when
 * @param rest what the gate says of something that the form does not show
 */
record AskSheet(
        Head head,
        List<Hidden> hidden,
        List<Box> choices,
        boolean pastes,
        String paste,
        List<Taken> taken,
        List<String> unread,
        List<Box> first,
        List<Section> sections,
        List<ListBox> lists,
        List<Box> reasons,
        List<String> rest,
        List<Look> looks,
        List<Owner> owners,
        List<Values.Change> changes,
        List<Moved> moved,
        @Nullable Returned returned) {

    /**
     * What the form is about.
     *
     * @param title what is done to what kind of master
     * @param path where the form stands; its verbs stand below
     * @param draft number of the request that keeps it, empty while there is none
     * @param discardable whether that is a draft that can be thrown away by the reader
     */
    record Head(
            String type,
            String kind,
            String title,
            String path,
            String code,
            String name,
            @Nullable UUID request,
            String draft,
            String status,
            boolean discardable) {}

    record Hidden(String name, String value) {}

    /** Fields of one group; {@code open} where something stands in one of them. */
    record Section(String key, String label, int filled, boolean open, List<Box> boxes) {}

    /** A list edited in place. */
    record ListBox(String key, String label, boolean open, List<Row> rows) {}

    /** An item: its number in the form, its stable id and its parts; {@code paper} where it names a file. */
    record Row(int number, String place, String id, String idName, List<Box> boxes, Papers.@Nullable Paper paper) {}

    /**
     * Something that looks the same.
     *
     * @param place 1 is the best; the digit of its key
     * @param percent match score, null where it is masked, as are {@code sentence} and {@code fall}
     */
    record Look(
            int place,
            String code,
            @Nullable UUID request,
            boolean masked,
            String name,
            String organisation,
            @Nullable Long percent,
            String outcome,
            @Nullable String sentence,
            @Nullable Waterfall fall) {}

    /**
     * What a site may belong to.
     *
     * @param place the digit of its key
     * @param because why, in words, empty where it is masked
     */
    record Owner(int place, String code, boolean masked, String name, String organisation, String because) {}

    /** A piece of a pasted text and the field into which it went. */
    record Taken(String id, String label, String value, String piece) {}

    /** A field that somebody else has changed: as the form began, as it is now, as it is wanted here. */
    record Moved(String id, String label, Shown base, Shown now, Shown wanted) {}

    /** What a reviewer said when he sent it back. */
    record Returned(String by, String at, String comment, String fields) {}

    /** All inputs, for the summary of errors. */
    public List<FormField> problems() {
        return boxes().stream()
                .filter(Box::wrong)
                .map(box -> box.field().wrong(box.said().get(0).text()))
                .toList();
    }

    /** All inputs, for fragments that say something at each of them. */
    public List<Box> boxes() {
        List<Box> all = new ArrayList<>(choices);
        all.addAll(first);
        sections.forEach(section -> all.addAll(section.boxes()));
        lists.forEach(list -> list.rows().forEach(row -> all.addAll(row.boxes())));
        all.addAll(reasons);
        return all;
    }

    Set<String> names() {
        return boxes().stream().map(box -> box.field().name()).collect(Collectors.toSet());
    }

    AskSheet with(List<String> unplaced) {
        return new AskSheet(
                head, hidden, choices, pastes, paste, taken, unread, first, sections, lists, reasons, unplaced, looks,
                owners, changes, moved, returned);
    }
}
