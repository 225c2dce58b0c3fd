package org.mdmhub.sync.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a mapping.
 *
 * @param source field key, {@code list.item key}, or one of {@code code status version survivorCode survivorKey}
 * @param targetField name there; a dot leads into a nested document, or into the items of a list
 * @param value the constant, or what a lookup gives for a value that it does not know; null sends nothing
 * @param lookup our value to theirs
 * @param otherwise field whose value is sent where {@code source} has none, null for none
 * @param required whether the target refuses a record without a value there
 * @param maxLength code points that it takes at most, null where that is not known
 * @param pattern regular expression that a whole text must match there, null for any
 * @param codeTable the code table by whose mapping to the target the lookup was made, null for one of its own
 */
public record FieldMapping(
        String source,
        String targetField,
        Form form,
        @Nullable String value,
        Map<String, Object> lookup,
        @Nullable String otherwise,
        boolean required,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        @Nullable String codeTable) {

    /** How the value gets there. */
    public enum Form {
        AS_IS,
        CONSTANT,
        LOOKUP,
        /** As a lookup whose values stand in a code table's mapping to the target. */
        CODE_TABLE,
        /** A whole list as one JSON text. */
        JSON
    }

    /** Name of what it lies in at the top of the document: the part before the first dot. */
    public String head() {
        int dot = targetField.indexOf('.');
        return dot < 0 ? targetField : targetField.substring(0, dot);
    }

    /** Whether it sends their value for ours. */
    public boolean translates() {
        return form == Form.LOOKUP || form == Form.CODE_TABLE;
    }

    FieldMapping with(Map<String, Object> values) {
        return new FieldMapping(
                source, targetField, form, value, values, otherwise, required, maxLength, pattern, codeTable);
    }

    /** Whether it maps a part of each item of a list. */
    public boolean ofList() {
        return (form == Form.AS_IS || form == Form.CODE_TABLE) && source.contains(".");
    }

    /** Whether the target can refuse a value there, as far as the mapping tells. */
    public boolean demands() {
        return required || maxLength != null || pattern != null || (translates() && value == null);
    }

    public String list() {
        return source.substring(0, source.indexOf('.'));
    }

    public String item() {
        return source.substring(source.indexOf('.') + 1);
    }
}
