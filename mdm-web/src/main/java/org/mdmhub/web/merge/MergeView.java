package org.mdmhub.web.merge;

import java.util.List;
import org.mdmhub.merge.MergeEffect;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.Shown;

/**
 * The merge screen: what the survivor will be, and of what.
 *
 * @param hash of all that is shown
 * @param conflicts fields in which the records contradict each other
 * @param singles fields that only some of them have, or that they only write differently
 * @param same fields in which they agree
 * @param open how many conflicts the rules decided
 * @param elsewhere what is wrong or doubtful beside the rows
 */
public record MergeView(
        MergeForm form,
        String hash,
        List<Column> columns,
        List<Row> conflicts,
        List<Row> singles,
        List<Row> same,
        List<Listed> lists,
        int open,
        List<Said> elsewhere,
        boolean stopped,
        Effects effects,
        Course course) {

    /**
     * A record.
     *
     * @param digit key of its column, empty beyond the ninth
     */
    public record Column(String code, String name, String organisation, int version, boolean survivor, String digit) {}

    /**
     * A field.
     *
     * @param value what the survivor will hold
     * @param why in words why it is that
     * @param auto code of the record whose value the rules took, empty where he said it himself
     * @param own his own value as he typed it
     * @param options of a field that has choices
     * @param error what is wrong with his own value
     * @param changed whether it has changed since he looked
     */
    public record Row(
            String field,
            String label,
            Shown value,
            String why,
            String auto,
            List<Cell> cells,
            boolean typed,
            String own,
            List<FormField.Option> options,
            String error,
            String warning,
            boolean changed) {}

    /**
     * What one record holds in a field.
     *
     * @param since when it was written and by which system, in words; may be empty
     * @param picked whether the survivor takes it
     */
    public record Cell(String code, Shown value, String since, boolean picked) {}

    /**
     * A list of all records together.
     *
     * @param bunches items that look much the same stand in one
     * @param added items that come of the merge itself, in words
     */
    public record Listed(
            String field, String label, List<List<Item>> bunches, long taken, int all, List<String> added) {}

    /**
     * An item of a list.
     *
     * @param value by which it is named in the form
     * @param alsoIn codes of other records that hold the same
     * @param never whether the survivor cannot have it, as it would name itself
     */
    public record Item(String value, String code, Shown shown, boolean taken, boolean never, List<String> alsoIn) {}

    /** A finding in words. */
    public record Said(boolean stops, String place, String text) {}

    /** What it sets off. */
    public record Effects(
            String survivor,
            List<String> redirects,
            int keysMoved,
            int openRequests,
            int deliveries,
            List<MergeEffect.Told> told) {}

    /**
     * Who will have to agree, a line a stage.
     *
     * @param refused why it cannot even be asked for, empty where it can
     */
    public record Course(List<String> stages, String refused) {}
}
