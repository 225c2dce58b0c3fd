package org.mdmhub.web.category;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.category.Category;
import org.mdmhub.category.CategoryAttribute;
import org.mdmhub.quality.CleanText;

/**
 * A category as somebody writes it: text by name of the input. Rows of attributes are {@code a0.key}, {@code a0.kind} and
 * so on; a row without a key is none.
 */
record CategoryForm(Map<String, String> texts) {

    private static final int MOST_ROWS = 50;
    private static final int LONGEST = 2000;
    private static final List<String> PARTS = List.of("key", "kind", "labelZh", "label", "unit", "choices", "required");

    static CategoryForm posted(Map<String, String> params) {
        Map<String, String> texts = new LinkedHashMap<>();
        params.forEach((name, text) -> {
            if (name.matches("[\\w.]{1,40}") && texts.size() < 600 && CleanText.isWellFormed(text)) {
                String clean = CleanText.clean(text);
                texts.put(name, clean.substring(0, Math.min(LONGEST, clean.length())));
            }
        });
        return new CategoryForm(texts);
    }

    static CategoryForm of(String type, @Nullable Category category, int version, String parent) {
        Map<String, String> texts = new LinkedHashMap<>(Map.of("type", type, "base", String.valueOf(version)));
        texts.put("parent", parent);
        if (category != null) {
            texts.put("code", category.code());
            texts.put("parent", category.parent() == null ? "" : category.parent());
            texts.put("nameZh", category.nameZh());
            texts.put("name", category.name().equals(category.nameZh()) ? "" : category.name());
            texts.put("nameTemplate", category.nameTemplate());
            texts.put("specificationTemplate", category.specificationTemplate());
            for (int i = 0; i < category.attributes().size(); i++) {
                put(texts, i, category.attributes().get(i));
            }
        }
        return new CategoryForm(texts);
    }

    private static void put(Map<String, String> texts, int row, CategoryAttribute attribute) {
        String at = "a" + row + ".";
        texts.put(at + "key", attribute.key());
        texts.put(at + "kind", attribute.kind().name());
        texts.put(at + "labelZh", attribute.labelZh());
        texts.put(at + "label", attribute.label().equals(attribute.labelZh()) ? "" : attribute.label());
        texts.put(at + "unit", attribute.unit());
        texts.put(at + "choices", String.join(", ", attribute.choices()));
        texts.put(at + "required", String.valueOf(attribute.required()));
    }

    public String text(String name) {
        return texts.getOrDefault(name, "").strip();
    }

    public String type() {
        return text("type");
    }

    public String code() {
        return text("code");
    }

    public int base() {
        return text("base").matches("\\d{1,6}") ? Integer.parseInt(text("base")) : 0;
    }

    public boolean isNew() {
        return base() == 0;
    }

    /** Numbers of its rows; one that says nothing is none. */
    public List<Integer> rows() {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < MOST_ROWS; row++) {
            String at = "a" + row + ".";
            if (PARTS.stream()
                    .anyMatch(part -> !part.equals("kind") && !text(at + part).isEmpty())) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** What it comes to, as the road takes it; an empty part is left out or cleared. */
    Map<String, @Nullable Object> content() {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("type", type());
        for (String part : List.of("parent", "nameZh", "name", "nameTemplate", "specificationTemplate")) {
            content.put(part, text(part).isEmpty() ? null : text(part));
        }
        List<Map<String, Object>> attributes =
                rows().stream().map(this::attribute).toList();
        content.put("attributes", attributes.isEmpty() ? null : attributes);
        return content;
    }

    private Map<String, Object> attribute(int row) {
        String at = "a" + row + ".";
        Map<String, Object> attribute = new LinkedHashMap<>();
        String key = text(at + "key");
        attribute.put("key", key.isEmpty() || key.startsWith("x_") ? key : "x_" + key);
        attribute.put("kind", text(at + "kind").isEmpty() ? "TEXT" : text(at + "kind"));
        for (String part : List.of("labelZh", "label", "unit")) {
            if (!text(at + part).isEmpty()) {
                attribute.put(part, text(at + part));
            }
        }
        List<String> choices = Arrays.stream(text(at + "choices").split("[,，;；\\n]"))
                .map(String::strip)
                .filter(choice -> !choice.isEmpty())
                .toList();
        if (!choices.isEmpty()) {
            attribute.put("choices", choices);
        }
        attribute.put("required", text(at + "required").equals("true"));
        return attribute;
    }
}
