package org.mdmhub.category;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.Rules;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.springframework.stereotype.Component;

/** What a category asks of its masters. Where there is no tree, a category is any text. */
@Component
class CategoryRules implements Rules {

    private final Categories categories;

    CategoryRules(Categories categories) {
        this.categories = categories;
    }

    @Override
    public boolean concern(String type) {
        return !Categories.field(type).isEmpty();
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues after) {
        CategoryTree tree = categories.tree(occasion.type());
        List<Finding> findings = new ArrayList<>();
        if (tree.isEmpty()) {
            return findings;
        }
        String field = Categories.field(occasion.type());
        String code = after.text(field);
        String meant = code == null || tree.find(code).isPresent() ? null : meant(tree, code);
        if (code != null && meant != null) {
            // any other text is a category of its own, until a rule says that it must stand in the tree
            findings.add(Finding.warning("/fields/" + field, "category", code).suggesting(meant));
        }
        Set<String> own = new HashSet<>();
        for (CategoryAttribute attribute : tree.attributes(code)) {
            own.add(attribute.key());
            value(attribute, after, findings);
        }
        for (String key : tree.find(code).isEmpty() ? Set.<String>of() : tree.keys()) {
            if (!own.contains(key) && after.get(key) != null) {
                findings.add(Finding.warning("/fields/" + key, "notOfCategory"));
            }
        }
        built("name", tree.name(code, after), after, findings);
        built("specification", tree.specification(code, after), after, findings);
        return findings;
    }

    private static @Nullable String meant(CategoryTree tree, String typed) {
        List<Category> named = tree.all().stream()
                .filter(node -> node.code().equalsIgnoreCase(typed)
                        || node.nameZh().equals(typed)
                        || node.name().equalsIgnoreCase(typed))
                .toList();
        return named.size() == 1 ? named.get(0).code() : null;
    }

    private static void value(CategoryAttribute attribute, FieldValues after, List<Finding> findings) {
        String pointer = "/fields/" + attribute.key();
        Object value = after.get(attribute.key());
        if (value == null && attribute.required()) {
            findings.add(Finding.error(pointer, "required"));
        } else if (attribute.kind() == FieldKind.CHOICE
                && value instanceof String chosen
                && !attribute.choices().contains(chosen)) {
            findings.add(Finding.error(pointer, "choice", String.join(", ", attribute.choices())));
        }
    }

    /** Only where there is another one already: that it is missing altogether is told elsewhere. */
    private static void built(String field, String built, FieldValues after, List<Finding> findings) {
        String now = after.text(field);
        if (!built.isEmpty() && now != null && !now.equals(built)) {
            findings.add(new Finding("/fields/" + field, Finding.Severity.WARNING, "built", List.of(built), built));
        }
    }
}
