package org.mdmhub.sync.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a mapping.
 *
 * @param source field key, {@code list.item key}, or one of {@code code status version}
 * @param targetField name there; a dot leads into a nested document, or into the items of a list
 * @param value the constant, or what a lookup gives for a value that it does not know; null sends nothing
 * @param lookup our value to theirs
 * @param codeTable the code table by whose mapping to the target the lookup was made, null for one of its own
 */
public record FieldMapping(
        String source,
        String targetField,
        Form form,
        @Nullable String value,
        Map<String, Object> lookup,
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

    FieldMapping with(Map<String, Object> values) {
        return new FieldMapping(source, targetField, form, value, values, codeTable);
    }

    boolean ofList() {
        return (form == Form.AS_IS || form == Form.CODE_TABLE) && source.contains(".");
    }

    String list() {
        return source.substring(0, source.indexOf('.'));
    }

    String item() {
        return source.substring(source.indexOf('.') + 1);
    }
}
