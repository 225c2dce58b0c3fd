package org.mdmhub.web.ask;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.category.Categories;
import org.mdmhub.category.Category;
import org.mdmhub.category.CategoryAttribute;
import org.mdmhub.category.CategoryTree;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a chosen category makes of a form: its attributes and no other one's. Without a tree a category is any text. */
@Component
class CategoryInputs {

    /** Group in which the attributes of a category stand. */
    static final String GROUP = "attributes";

    private final Categories categories;

    CategoryInputs(Categories categories) {
        this.categories = categories;
    }

    /** Whether this field chooses from a tree. */
    boolean chooses(String type, String key) {
        return key.equals(Categories.field(type)) && !categories.tree(type).isEmpty();
    }

    Box.Combo combo(String type) {
        return new Box.Combo("/standard/categories/choices?type=" + type, "");
    }

    /** A category with its name; what is none stays as it is. */
    String shown(String type, String value) {
        return categories
                .tree(type)
                .find(value)
                .map(category -> category.code() + " " + category.name(locale()))
                .orElse(value);
    }

    /** With the code in place of a category's name, or of both. */
    void understand(String type, Map<String, @Nullable Object> raw, @Nullable Object now) {
        String field = Categories.field(type);
        if (!(raw.get(field) instanceof String typed) || typed.equals(now)) {
            return;
        }
        List<Category> meant = categories.tree(type).all().stream()
                .filter(category -> means(typed.strip(), category))
                .toList();
        if (meant.size() == 1) {
            raw.put(field, meant.get(0).code());
        }
    }

    private static boolean means(String typed, Category category) {
        return typed.equalsIgnoreCase(category.code())
                || typed.equals(category.nameZh())
                || typed.equalsIgnoreCase(category.name())
                || typed.equals(category.code() + " " + category.nameZh())
                || typed.equals(category.code() + " " + category.name());
    }

    /** What the chosen category asks for, in order. */
    List<CategoryAttribute> attributes(State state) {
        return tree(state).attributes(code(state));
    }

    Optional<CategoryAttribute> attribute(State state, String key) {
        return attributes(state).stream()
                .filter(attribute -> attribute.key().equals(key))
                .findFirst();
    }

    /** Whether another category asks for it, and this one does not. */
    boolean isForeign(State state, String key) {
        return tree(state).keys().contains(key) && attribute(state, key).isEmpty();
    }

    private CategoryTree tree(State state) {
        return categories.tree(state.subject().type());
    }

    private static @Nullable String code(State state) {
        return state.asked().after().text(Categories.field(state.subject().type()));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
