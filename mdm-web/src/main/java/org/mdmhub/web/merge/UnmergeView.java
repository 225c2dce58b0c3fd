package org.mdmhub.web.merge;

import java.util.List;
import java.util.UUID;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.Values;

/**
 * What taking a merge back comes to.
 *
 * @param at when it was merged
 * @param records the one at the top first, then those that come back
 * @param edits what was changed since
 */
public record UnmergeView(
        UUID id, String type, String at, List<Side> records, List<Edit> edits, MergeView.Course course, String back) {

    /**
     * A record that changes.
     *
     * @param returns whether it comes back, or stays without what the merge gave it
     */
    public record Side(String code, String name, boolean returns, List<Values.Change> changes) {}

    /**
     * A later edit.
     *
     * @param input name of its radios
     * @param proposed code of the record whose value it changed
     */
    public record Edit(
            String input,
            String label,
            String proposed,
            String owner,
            List<Values.Change> changes,
            List<FormField.Option> records) {}
}
