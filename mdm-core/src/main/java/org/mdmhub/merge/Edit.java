package org.mdmhub.merge;

import org.jspecify.annotations.Nullable;

/**
 * What an edit of a survivor changed, and whose value that is from now on.
 *
 * @param owner number of the record that it belongs to
 * @param field key of the field or list
 * @param item id of the item as the owner knows it, empty for a plain field
 * @param before what the owner held, null where nothing
 * @param after what it holds now, null where nothing
 */
record Edit(
        long owner,
        String field,
        String item,
        @Nullable Object before,
        @Nullable Object after) {}
