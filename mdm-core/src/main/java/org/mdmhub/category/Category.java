package org.mdmhub.category;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/**
 * A node of the tree.
 *
 * @param code what a master's category field holds
 * @param parent code of the node above, null at the top
 * @param attributes its own, in order; those of the nodes above come before them
 * @param nameTemplate builds the name; empty: that of the node above
 * @param specificationTemplate builds the specification likewise
 */
public record Category(
        String code,
        @Nullable String parent,
        String name,
        String nameZh,
        List<CategoryAttribute> attributes,
        String nameTemplate,
        String specificationTemplate) {

    static final String TYPE = "categories";

    /** Key of the setting in which a category is laid down. */
    public static String key(String type, String code) {
        return type + "/" + code;
    }

    /** As it is laid down, or as somebody wants it. */
    public static Category of(String code, FieldValues content) {
        String name = text(content, "name");
        String nameZh = text(content, "nameZh");
        String parent = text(content, "parent");
        return new Category(
                code,
                parent.isEmpty() ? null : parent,
                name.isEmpty() ? nameZh : name,
                nameZh.isEmpty() ? name : nameZh,
                content.list("attributes").stream().map(CategoryAttribute::of).toList(),
                text(content, "nameTemplate"),
                text(content, "specificationTemplate"));
    }

    private static String text(FieldValues content, String key) {
        return Objects.requireNonNullElse(content.text(key), "").strip();
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : name;
    }
}
