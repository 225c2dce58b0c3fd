package org.mdmhub.web.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.FieldKind;

/**
 * What the form of one kind of master shows, where and for whom, as the setting of type {@code forms} with the key of the
 * master type says it. What stands in no section is shown, folded, in its field group.
 */
public final class FormPlan {

    /** Key of the section that is typed first; it has no heading and is never folded. */
    public static final String FIRST = "first";

    private static final Set<FieldKind> SHORT = Set.of(
            FieldKind.CURRENCY,
            FieldKind.UNIT,
            FieldKind.NUMBER,
            FieldKind.INTEGER,
            FieldKind.FLAG,
            FieldKind.DATE,
            FieldKind.CODE);

    private final Map<String, Object> content;
    private final List<Section> sections;
    private final List<Look> looks;
    private final List<Condition> conditions;

    private FormPlan(Map<String, Object> content) {
        this.content = content;
        this.sections = items("sections", Section::of);
        this.looks = items("fields", Look::of);
        this.conditions = items("conditions", Condition::of);
    }

    /** @param content as the setting holds it; what it does not say is as if nobody had laid anything down */
    public static FormPlan of(Map<String, Object> content) {
        return new FormPlan(content);
    }

    /**
     * Who sees the form, of what.
     *
     * @param group value of the choice that decides on the form, empty where there is none
     * @param category value of the field that holds the category, empty where it has none
     * @param roles roles by which the reader may ask
     * @param fresh whether it is a new record
     */
    public record Audience(String group, String category, Set<Role> roles, boolean fresh) {}

    /**
     * Some fields under a heading. Of several with the same key the first that fits is shown.
     *
     * @param groups values of the choice that decides on the form; empty fits all
     */
    public record Section(String key, String label, String labelZh, List<String> groups, List<String> fields) {

        static Section of(Map<?, ?> item) {
            return new Section(
                    text(item, "key"),
                    text(item, "label"),
                    text(item, "labelZh"),
                    texts(item, "groups"),
                    texts(item, "fields"));
        }

        public String heading(Locale locale) {
            return locale.getLanguage().equals("zh") ? labelZh : label;
        }

        boolean fits(String group) {
            return groups.isEmpty() || groups.contains(group);
        }
    }

    /** How one field looks; empty parts leave it as it is. */
    record Look(String field, String width, String label, String labelZh) {

        static Look of(Map<?, ?> item) {
            return new Look(text(item, "field"), text(item, "width"), text(item, "label"), text(item, "labelZh"));
        }
    }

    /** Key of the choice that decides which fields are shown, null where there is none. */
    public @Nullable String by() {
        return content.get("by") instanceof String key ? key : null;
    }

    /** Key of the field that holds the category. */
    public String category() {
        return content.get("category") instanceof String key ? key : "category";
    }

    /** What an empty form begins with. */
    public Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        if (content.get("defaults") instanceof Map<?, ?> said) {
            said.forEach((key, value) -> defaults.put(String.valueOf(key), String.valueOf(value)));
        }
        return defaults;
    }

    /** Whether an existing record keeps its value where another one is typed for something that turns out to be it. */
    public boolean keeps(String field) {
        return texts(content, "keeps").contains(field);
    }

    /** Sections in their order, {@link #FIRST} among them. */
    public List<Section> sections(String group) {
        Map<String, Section> shown = new LinkedHashMap<>();
        sections.stream()
                .filter(section -> section.fits(group))
                .forEach(section -> shown.putIfAbsent(section.key(), section));
        return List.copyOf(shown.values());
    }

    /** Whether a field is treated so in the form of that audience. */
    public boolean is(Condition.Treatment treatment, String field, Audience audience) {
        return conditions.stream()
                .anyMatch(condition ->
                        condition.is() == treatment && condition.fields().contains(field) && condition.fits(audience));
    }

    List<Section> sections() {
        return sections;
    }

    List<Condition> conditions() {
        return conditions;
    }

    /** How wide a field is: full, half or third. */
    public String width(String field, FieldKind kind) {
        return look(field)
                .map(Look::width)
                .filter(width -> !width.isEmpty())
                .map(width -> width.toLowerCase(Locale.ROOT))
                .orElse(SHORT.contains(kind) ? "third" : "half");
    }

    /** What this form calls a field; empty where it is called as everywhere. */
    public Optional<String> label(String field, Locale locale) {
        return look(field)
                .map(look -> locale.getLanguage().equals("zh") ? look.labelZh() : look.label())
                .filter(label -> !label.isEmpty());
    }

    Optional<Look> look(String field) {
        return looks.stream().filter(look -> look.field().equals(field)).findFirst();
    }

    private <T> List<T> items(String key, Function<Map<?, ?>, T> read) {
        List<T> items = new ArrayList<>();
        if (content.get(key) instanceof List<?> list) {
            list.forEach(item -> {
                if (item instanceof Map<?, ?> map) {
                    items.add(read.apply(map));
                }
            });
        }
        return items;
    }

    static String text(Map<?, ?> item, String key) {
        return item.get(key) instanceof String text ? text : "";
    }

    static List<String> texts(Map<?, ?> item, String key) {
        return item.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
