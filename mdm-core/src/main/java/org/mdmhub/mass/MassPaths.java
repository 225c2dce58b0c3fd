package org.mdmhub.mass;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;

/** What of each record a mass change writes. */
final class MassPaths {

    private static final int MOST_FIELDS = 20;

    // papers are given to one record, and taking blocks away is a kind of its own
    static final Set<String> NOT_SO_MANY = Set.of(CommonFields.DOCUMENTS, CommonFields.BLOCKS);

    private MassPaths() {}

    /** @throws MassChanges.Wrong where one is none, or is masked */
    static Map<FieldPath, @Nullable Object> of(List<Field<MasterRecord>> known, Map<String, @Nullable Object> fields) {
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw new MassChanges.Wrong(Finding.error("/fields", "required"));
        }
        Map<FieldPath, @Nullable Object> paths = new LinkedHashMap<>();
        fields.forEach((text, value) -> {
            FieldPath path = FieldPath.parse(text)
                    .orElseThrow(() -> new MassChanges.Wrong(Finding.error("/fields", "unknownField", text)));
            Field<MasterRecord> field = known.stream()
                    .filter(one -> one.key().equals(path.field()))
                    .findFirst()
                    .orElseThrow(() -> new MassChanges.Wrong(Finding.error("/fields", "unknownField", text)));
            if (NOT_SO_MANY.contains(field.key())) {
                throw new MassChanges.Wrong(Finding.error("/fields", "unknownField", text));
            }
            if (masked(field, path)) {
                // counts would tell who may not see them what they hold
                throw new MassChanges.Wrong(Finding.error("/fields", "massMasked", path.field()));
            }
            paths.put(path, value);
        });
        return paths;
    }

    private static boolean masked(Field<MasterRecord> field, FieldPath path) {
        String part = path.part();
        return field.masked()
                || field.items().stream()
                        .filter(Field.Item::masked)
                        .anyMatch(item -> part == null
                                || item.key().equals(part)
                                || item.key().equals(path.where()));
    }
}
