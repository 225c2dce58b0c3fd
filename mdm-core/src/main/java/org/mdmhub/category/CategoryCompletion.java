package org.mdmhub.category;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mdmhub.quality.Completion;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;

/** Name and specification of a product follow from its category and what that asks for. */
@Component
class CategoryCompletion implements Completion {

    private final Categories categories;

    CategoryCompletion(Categories categories) {
        this.categories = categories;
    }

    @Override
    public String type() {
        return "products";
    }

    @Override
    public String from() {
        return Categories.field(type());
    }

    @Override
    public boolean reads(String key) {
        return key.equals(from()) || key.startsWith("x_");
    }

    @Override
    public Map<String, String> complete(FieldValues product) {
        CategoryTree tree = categories.tree(type());
        String category = product.text(from());
        Map<String, String> follows = new LinkedHashMap<>();
        put(follows, "name", tree.name(category, product));
        put(follows, "specification", tree.specification(category, product));
        return follows;
    }

    private static void put(Map<String, String> into, String key, String value) {
        if (!value.isEmpty()) {
            into.put(key, value);
        }
    }
}
