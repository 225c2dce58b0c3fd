package org.mdmhub.web.coding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.Table;

/**
 * The builder page.
 *
 * @param key of the scheme
 * @param title what it makes codes for
 * @param whose type, group and organisation of a new scheme; empty where it is there already
 * @param options of the scheme beside its segments
 * @param others problems that belong to no field of the page
 * @param versions of the scheme, newest first
 * @param mayAsk whether its reader may send it
 */
record BuilderView(
        String key,
        String title,
        boolean fresh,
        String version,
        List<FormField> whose,
        List<Row> rows,
        boolean full,
        List<Ready> ready,
        List<FormField> options,
        boolean optionsOpen,
        FormField reason,
        List<FormField> all,
        List<String> others,
        Preview preview,
        @Nullable Trial trial,
        @Nullable Table versions,
        boolean mayAsk) {

    /** One segment. */
    record Row(int at, FormField kind, List<FormField> fields, String text, boolean first, boolean last) {}

    /** A usual scheme to begin with. */
    record Ready(String name, String label, String example) {}

    /**
     * What the scheme would do.
     *
     * @param left numbers left, in words with the years
     * @param wrong why it makes no codes
     * @param collisions codes that it would pass over, in words
     * @param adoption what adopting would mean, null where nothing is adopted
     */
    record Preview(
            List<String> codes,
            String left,
            List<String> wrong,
            List<String> collisions,
            @Nullable Adoption adoption) {}

    /** What adopting the codes of a system would mean. */
    record Adoption(String title, boolean clean, List<String> lines) {}

    /** What the codes of real records would be. */
    record Trial(String said, boolean clean, Table table) {}
}
