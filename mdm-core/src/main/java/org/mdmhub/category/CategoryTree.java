package org.mdmhub.category;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/** The categories of one kind of master. Immutable. */
public final class CategoryTree {

    private static final int DEEPEST = 20;

    private final Map<String, Category> nodes = new LinkedHashMap<>();
    private final Set<String> keys = new LinkedHashSet<>();

    CategoryTree(Collection<Category> categories) {
        categories.forEach(category -> nodes.put(category.code(), category));
        categories.forEach(category -> category.attributes().forEach(attribute -> keys.add(attribute.key())));
    }

    /** The tree as it would be with this node in it. */
    public CategoryTree with(Category category) {
        Map<String, Category> changed = new LinkedHashMap<>(nodes);
        changed.put(category.code(), category);
        return new CategoryTree(changed.values());
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    public Optional<Category> find(@Nullable String code) {
        return Optional.ofNullable(nodes.get(code));
    }

    /** All nodes, those above before those below, by code among themselves. */
    public List<Category> all() {
        List<Category> all = new ArrayList<>();
        walk(null, all, 0);
        nodes.values().stream().filter(node -> !all.contains(node)).forEach(all::add);
        return all;
    }

    private void walk(@Nullable String parent, List<Category> into, int depth) {
        for (Category node : below(parent)) {
            into.add(node);
            if (depth < DEEPEST) {
                walk(node.code(), into, depth + 1);
            }
        }
    }

    /** The nodes directly below one; at the top for null. */
    public List<Category> below(@Nullable String code) {
        return nodes.values().stream()
                .filter(node -> java.util.Objects.equals(node.parent(), code))
                .toList();
    }

    /** From the top down to the node itself. */
    public List<Category> path(String code) {
        List<Category> path = new ArrayList<>();
        for (Category at = nodes.get(code); at != null && !path.contains(at); ) {
            path.add(0, at);
            at = at.parent() == null ? null : nodes.get(at.parent());
        }
        return path;
    }

    /** Whether the nodes above it lead back to it. */
    boolean isCycle(String code) {
        Set<String> seen = new LinkedHashSet<>();
        for (Category at = nodes.get(code); at != null && at.parent() != null; at = nodes.get(at.parent())) {
            if (!seen.add(at.code()) || seen.size() > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    /** What a category asks for: what the nodes above it do, then its own. */
    public List<CategoryAttribute> attributes(@Nullable String code) {
        return code == null
                ? List.of()
                : path(code).stream()
                        .flatMap(node -> node.attributes().stream())
                        .toList();
    }

    /** Keys of all attributes that any category asks for. */
    public Set<String> keys() {
        return keys;
    }

    /** The name that its category builds for a master, empty where there is no template or something is missing in it. */
    public String name(@Nullable String code, FieldValues values) {
        return built(code, values, Category::nameTemplate);
    }

    /** The specification likewise. */
    public String specification(@Nullable String code, FieldValues values) {
        return built(code, values, Category::specificationTemplate);
    }

    private String built(@Nullable String code, FieldValues values, Function<Category, String> template) {
        List<Category> path = code == null ? List.of() : path(code);
        for (int i = path.size() - 1; i >= 0; i--) {
            String own = template.apply(path.get(i));
            if (!own.isEmpty()) {
                return Template.fill(own, path.get(path.size() - 1).nameZh(), values);
            }
        }
        return "";
    }
}
