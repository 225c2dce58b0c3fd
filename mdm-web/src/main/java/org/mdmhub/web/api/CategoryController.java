package org.mdmhub.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.category.Categories;
import org.mdmhub.category.Category;
import org.mdmhub.category.CategoryAttribute;
import org.mdmhub.category.CategoryTree;
import org.mdmhub.organisation.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tree of categories of a kind of master; changes are asked for as requests of the type {@code categories}. */
@RestController
@RequestMapping("/api/v1/categories")
class CategoryController {

    private final Categories categories;

    CategoryController(Categories categories) {
        this.categories = categories;
    }

    /**
     * A category.
     *
     * @param attributes its own
     * @param inherited those of the nodes above it, which come first
     */
    record View(
            String code,
            @Nullable String parent,
            String name,
            String nameZh,
            List<CategoryAttribute> attributes,
            List<CategoryAttribute> inherited,
            String nameTemplate,
            String specificationTemplate) {}

    @GetMapping("/{type}")
    Page<View> tree(@PathVariable String type, Actor reader) {
        if (Categories.field(type).isEmpty()) {
            throw Problem.notFound();
        }
        CategoryTree tree = categories.tree(type);
        return new Page<>(
                tree.all().stream().map(category -> view(tree, category)).toList(), null);
    }

    private static View view(CategoryTree tree, Category category) {
        return new View(
                category.code(),
                category.parent(),
                category.name(),
                category.nameZh(),
                category.attributes(),
                tree.attributes(category.parent()),
                category.nameTemplate(),
                category.specificationTemplate());
    }
}
