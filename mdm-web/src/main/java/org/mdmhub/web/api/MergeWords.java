package org.mdmhub.web.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.request.Wish;

/** What a request says of a merge, as the API shows it: as it was asked for, and what the targets reported. */
final class MergeWords {

    private MergeWords() {}

    static Map<String, @Nullable Object> of(Wish wish, Mask mask) {
        Map<String, @Nullable Object> merge = new LinkedHashMap<>(wish.merging());
        merge.remove("said");
        merge.remove("rules");
        if (merge.get("values") instanceof Map<?, ?> values) {
            Map<String, @Nullable Object> typed = new LinkedHashMap<>();
            values.forEach((field, value) -> typed.put(String.valueOf(field), value));
            merge.put("values", mask.without(typed));
        }
        return merge;
    }
}
