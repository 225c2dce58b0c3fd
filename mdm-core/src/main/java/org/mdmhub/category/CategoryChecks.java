package org.mdmhub.category;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.AttributeDefinition;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.reference.Units;
import org.springframework.stereotype.Component;

/** What is wrong with a category that somebody wants. */
@Component
class CategoryChecks {

    private static final Set<String> PARTS =
            Set.of("type", "parent", "name", "nameZh", "attributes", "nameTemplate", "specificationTemplate");
    private static final Set<String> KINDS = Set.of("TEXT", "NUMBER", "INTEGER", "FLAG", "DATE", "CHOICE");
    private static final String KEY = "x_[a-z][A-Za-z0-9_]{0,57}";
    private static final int LONGEST = 200;
    private static final int LONGEST_LABEL = 80;
    private static final int MOST = 50;

    private final Categories categories;
    private final MasterTypes types;
    private final Units units;

    CategoryChecks(Categories categories, MasterTypes types, Units units) {
        this.categories = categories;
        this.types = types;
        this.units = units;
    }

    List<Finding> check(String type, String code, FieldValues wanted) {
        List<Finding> findings = new ArrayList<>();
        wanted.keys().stream()
                .filter(key -> !PARTS.contains(key))
                .forEach(key -> findings.add(Finding.error("/fields/" + key, "unknownField", key)));
        Category category = Category.of(code, wanted);
        CategoryTree tree = categories.tree(type).with(category);
        if (category.name().isEmpty()) {
            findings.add(Finding.error("/fields/nameZh", "required"));
        }
        for (String key : List.of("name", "nameZh", "nameTemplate", "specificationTemplate")) {
            String text = wanted.text(key);
            if (text != null && text.length() > LONGEST) {
                findings.add(Finding.error("/fields/" + key, "length", String.valueOf(LONGEST)));
            }
        }
        String parent = category.parent();
        if (parent != null && tree.find(parent).isEmpty()) {
            findings.add(Finding.error("/fields/parent", "categoryUnknown", parent));
        } else if (tree.isCycle(code) || code.equals(parent)) {
            findings.add(Finding.error("/fields/parent", "categoryCycle", String.valueOf(parent)));
            return findings;
        }
        attributes(type, category, wanted, tree, findings);
        templates(type, category, tree, findings);
        return findings;
    }

    private void attributes(
            String type, Category category, FieldValues wanted, CategoryTree tree, List<Finding> findings) {
        List<Map<String, Object>> written = wanted.list("attributes");
        if (written.size() > MOST) {
            findings.add(Finding.error("/fields/attributes", "tooMany", String.valueOf(MOST)));
            return;
        }
        Set<String> taken = elsewhere(category, tree);
        Map<String, FieldKind> kinds = types.attributes(type).stream()
                .collect(Collectors.toMap(AttributeDefinition::key, AttributeDefinition::kind));
        for (int i = 0; i < written.size(); i++) {
            CategoryAttribute attribute = category.attributes().get(i);
            String pointer = "/fields/attributes/" + i;
            form(pointer, attribute, written.get(i).get("kind"), findings);
            if (!taken.add(attribute.key())) {
                findings.add(Finding.error(pointer + "/key", "attributeTwice", attribute.key()));
            }
            FieldKind known = kinds.get(attribute.key());
            if (known != null && known != attribute.kind()) {
                findings.add(Finding.error(pointer + "/kind", "attributeKind", attribute.key(), known.name()));
            }
        }
    }

    /** Keys that the nodes above and below it ask for already. */
    private static Set<String> elsewhere(Category category, CategoryTree tree) {
        Set<String> keys = new HashSet<>();
        for (Category other : tree.all()) {
            boolean related = tree.path(other.code()).contains(category)
                    || tree.path(category.code()).contains(other);
            if (related && !other.equals(category)) {
                other.attributes().forEach(attribute -> keys.add(attribute.key()));
            }
        }
        return keys;
    }

    private void form(String pointer, CategoryAttribute attribute, @Nullable Object kind, List<Finding> findings) {
        if (!attribute.key().matches(KEY)) {
            findings.add(Finding.error(pointer + "/key", "attributeKey", attribute.key()));
        }
        if (!(kind instanceof String name) || !KINDS.contains(name)) {
            findings.add(Finding.error(pointer + "/kind", "choice", "TEXT, NUMBER, INTEGER, FLAG, DATE, CHOICE"));
        }
        int longest = Math.max(attribute.label().length(), attribute.labelZh().length());
        if (longest == 0 || longest > LONGEST_LABEL) {
            findings.add(Finding.error(
                    pointer + "/labelZh", longest == 0 ? "required" : "length", String.valueOf(LONGEST_LABEL)));
        }
        if (!attribute.unit().isEmpty() && !units.isKnown(attribute.unit())) {
            findings.add(Finding.warning(pointer + "/unit", "unit", attribute.unit()));
        }
        boolean chosen = attribute.kind() == FieldKind.CHOICE;
        if (chosen && attribute.choices().isEmpty()) {
            findings.add(Finding.error(pointer + "/choices", "required"));
        }
        if (attribute.choices().size() > MOST
                || attribute.choices().stream().anyMatch(one -> one.isBlank() || one.length() > LONGEST_LABEL)) {
            findings.add(Finding.error(pointer + "/choices", "length", String.valueOf(LONGEST_LABEL)));
        }
    }

    private void templates(String type, Category category, CategoryTree tree, List<Finding> findings) {
        Set<String> known = new HashSet<>(Set.of(Template.NAME));
        types.fields(type).stream()
                .filter(field -> field.kind() != FieldKind.LIST && !field.key().startsWith("x_"))
                .map(Field::key)
                .forEach(known::add);
        tree.attributes(category.code()).forEach(attribute -> known.add(attribute.key()));
        template("nameTemplate", category.nameTemplate(), known, findings);
        template("specificationTemplate", category.specificationTemplate(), known, findings);
    }

    private static void template(String part, String template, Set<String> known, List<Finding> findings) {
        if (!Template.isWellFormed(template)) {
            findings.add(Finding.error("/fields/" + part, "templateForm"));
        }
        Template.places(template).stream()
                .filter(place -> !known.contains(place))
                .forEach(place -> findings.add(Finding.error("/fields/" + part, "templatePlace", place)));
    }
}
