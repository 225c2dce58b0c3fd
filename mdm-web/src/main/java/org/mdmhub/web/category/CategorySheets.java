package org.mdmhub.web.category;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.category.Categories;
import org.mdmhub.category.Category;
import org.mdmhub.category.CategoryAttribute;
import org.mdmhub.category.CategoryTree;
import org.mdmhub.category.CategoryUse;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts trees and categories before their reader. */
@Component
class CategorySheets {

    private static final int MOST_SHOWN = 8;

    private final Categories categories;
    private final CategoryUse use;
    private final MasterRecords records;
    private final MasterTypes types;
    private final Labels labels;
    private final Reading reading;
    private final Texts texts;

    CategorySheets(
            Categories categories,
            CategoryUse use,
            MasterRecords records,
            MasterTypes types,
            Labels labels,
            Reading reading,
            Texts texts) {
        this.categories = categories;
        this.use = use;
        this.records = records;
        this.types = types;
        this.labels = labels;
        this.reading = reading;
        this.texts = texts;
    }

    /** A line of the tree. */
    record Line(String code, String name, int depth, int attributes) {}

    /** A record under a category. */
    record Standing(String code, String name, String href) {}

    /** What a template makes of a record; of none, what it looks like. */
    record Preview(String code, String name, String specification, boolean sample) {}

    CategoryTree tree(String type) {
        return categories.tree(type);
    }

    List<Line> lines(String type) {
        CategoryTree tree = tree(type);
        return tree.all().stream()
                .map(category -> new Line(
                        category.code(),
                        category.name(locale()),
                        tree.path(category.code()).size(),
                        category.attributes().size()))
                .toList();
    }

    String path(String type, String code) {
        return String.join(
                " › ",
                tree(type).path(code).stream()
                        .map(category -> category.name(locale()))
                        .toList());
    }

    Table attributes(String type, Category category) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Category node : tree(type).path(category.code())) {
            for (CategoryAttribute attribute : node.attributes()) {
                boolean own = node.equals(category);
                rows.add(List.of(
                        Cell.name(attribute.label(locale()), null),
                        Cell.code(attribute.key(), null),
                        Cell.text(kind(attribute)),
                        Cell.text(texts.of(attribute.required() ? "category.required" : "category.optional")),
                        Cell.text(own ? texts.of("category.own") : node.name(locale()))));
            }
        }
        return new Table(
                texts.of("category.attributes"),
                List.of(
                        texts.of("category.label"),
                        texts.of("category.key"),
                        texts.of("category.kind"),
                        texts.of("category.must"),
                        texts.of("category.from")),
                rows);
    }

    private String kind(CategoryAttribute attribute) {
        String kind = texts.of("category.kind." + attribute.kind().name());
        return attribute.choices().isEmpty() ? kind : kind + ": " + String.join(", ", attribute.choices());
    }

    List<Standing> standing(String type, String code, Actor reader) {
        return reading.as(
                reader,
                () -> use.newest(type, code, MOST_SHOWN).stream()
                        .map(one -> new Standing(
                                one,
                                Objects.requireNonNullElse(values(type, one).text("name"), one),
                                labels.page(type, one)))
                        .toList());
    }

    /** The newest record of the category, or of the one above it, under what is being written. */
    Preview preview(String type, Category wanted, Actor reader) {
        return reading.as(reader, () -> {
            CategoryTree tree = tree(type).with(wanted);
            List<String> of = new ArrayList<>(use.newest(type, wanted.code(), 1));
            if (!of.isEmpty()) {
                FieldValues values = values(type, of.get(0));
                String name = tree.name(wanted.code(), values);
                if (!name.isEmpty()
                        || !tree.specification(wanted.code(), values).isEmpty()) {
                    return new Preview(of.get(0), name, tree.specification(wanted.code(), values), false);
                }
            }
            FieldValues sample = sample(type, tree, wanted.code());
            return new Preview("", tree.name(wanted.code(), sample), tree.specification(wanted.code(), sample), true);
        });
    }

    private FieldValues sample(String type, CategoryTree tree, String code) {
        Map<String, Object> sample = new LinkedHashMap<>();
        types.fields(type).forEach(field -> sample.put(field.key(), "[" + labels.field(type, field.key()) + "]"));
        tree.attributes(code)
                .forEach(attribute -> sample.put(
                        attribute.key(),
                        attribute.choices().isEmpty()
                                ? "[" + (locale().getLanguage().equals("zh") ? attribute.labelZh() : attribute.label())
                                        + "]"
                                : attribute.choices().get(0)));
        return FieldValues.of(sample);
    }

    private FieldValues values(String type, String code) {
        return records.find(type, code)
                .map(record -> types.values(type, record))
                .orElse(FieldValues.none());
    }

    /** Categories by what somebody types; all of them in the order of the tree for nothing. */
    List<Category> found(String type, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return tree(type).all().stream()
                .filter(category -> matches(category, wanted))
                .limit(30)
                .toList();
    }

    private static boolean matches(Category category, String wanted) {
        Set<String> readings = org.mdmhub.reference.Pinyin.of(category.nameZh()).initials();
        Set<String> whole = org.mdmhub.reference.Pinyin.of(category.nameZh()).whole();
        String both = (category.code() + " " + category.name()).toLowerCase(Locale.ROOT);
        String chinese = (category.code() + " " + category.nameZh()).toLowerCase(Locale.ROOT);
        return both.contains(wanted)
                || chinese.contains(wanted)
                || readings.stream().anyMatch(reading -> reading.contains(wanted))
                || whole.stream().anyMatch(reading -> reading.contains(wanted));
    }

    @Nullable
    Category find(String type, String code) {
        return tree(type).find(code).orElse(null);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
