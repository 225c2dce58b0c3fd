package org.mdmhub.category;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mdmhub.organisation.OncePerTransaction;
import org.mdmhub.record.FieldValues;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The category trees that are in force. */
@Component
public class Categories {

    /** Kind of master to the field that holds a category's code. */
    private static final Map<String, String> FIELDS = Map.of("products", "category", "customers", "customerCategory");

    private final Settings settings;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final OncePerTransaction<String, CategoryTree> read = new OncePerTransaction<>();

    Categories(Settings settings) {
        this.settings = settings;
    }

    /** What was made of which settings; another list means that something was laid down since. */
    private record Kept(List<Setting> settings, CategoryTree tree) {}

    /** Kinds of master that have a tree. */
    public static List<String> types() {
        return FIELDS.keySet().stream().sorted().toList();
    }

    /** The field of a kind of master that holds a category's code; empty where it has no tree. */
    public static String field(String type) {
        return FIELDS.getOrDefault(type, "");
    }

    @Transactional(readOnly = true)
    public CategoryTree tree(String type) {
        return read.get(type, this::made);
    }

    private CategoryTree made(String type) {
        List<Setting> all = settings.all(Category.TYPE);
        Kept known = kept.get(type);
        if (known == null || known.settings() != all) {
            known = new Kept(all, tree(type, all));
            kept.put(type, known);
        }
        return known.tree();
    }

    private static CategoryTree tree(String type, List<Setting> settings) {
        String prefix = Category.key(type, "");
        Map<String, Category> found = new LinkedHashMap<>();
        for (Setting setting : settings) {
            if (setting.key().startsWith(prefix)) {
                String code = setting.key().substring(prefix.length());
                found.put(code, Category.of(code, FieldValues.of(setting.content())));
            }
        }
        return new CategoryTree(found.values());
    }

    void forget() {
        read.forget();
    }
}
