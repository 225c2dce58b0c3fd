package org.mdmhub.category;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mdmhub.record.AttributeDefinition;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.SettingProposal;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** A category as something that only an approved request lays down; its attributes become fields with that. */
@Component
class CategoryProposal extends SettingProposal {

    private static final Pattern KEY = Pattern.compile("([a-z]+)/([A-Za-z0-9][A-Za-z0-9._-]{0,59})");
    private static final String GROUP = "attributes";

    private final Categories categories;
    private final CategoryChecks checks;
    private final CategoryUse use;
    private final MasterTypes types;

    CategoryProposal(
            Settings settings, Categories categories, CategoryChecks checks, CategoryUse use, MasterTypes types) {
        super(settings, Category.TYPE);
        this.categories = categories;
        this.checks = checks;
        this.use = use;
        this.types = types;
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        Matcher place = KEY.matcher(key);
        if (!place.matches() || Categories.field(place.group(1)).isEmpty()) {
            return List.of(Finding.error("/code", "categoryKey", key));
        }
        return checks.check(place.group(1), place.group(2), after);
    }

    @Override
    public List<Finding> checkRetired(String key, FieldValues before) {
        String type = key.substring(0, key.indexOf('/'));
        String code = key.substring(key.indexOf('/') + 1);
        if (!categories.tree(type).below(code).isEmpty()) {
            return List.of(Finding.error("", "categoryAbove", code));
        }
        long records = use.count(type, code);
        return records == 0 ? List.of() : List.of(Finding.error("", "categoryUsed", String.valueOf(records)));
    }

    @Override
    public void apply(String key, FieldValues after, Instant now) {
        String type = key.substring(0, key.indexOf('/'));
        Category.of(key, after).attributes().forEach(attribute -> define(type, attribute));
        super.apply(key, after, now);
    }

    @Override
    protected void changed(String key) {
        categories.forget();
    }

    private void define(String type, CategoryAttribute attribute) {
        AttributeDefinition known = types.attributes(type).stream()
                .filter(definition -> definition.key().equals(attribute.key()))
                .findFirst()
                .orElse(null);
        if (known == null) {
            types.define(new AttributeDefinition(
                    type,
                    attribute.key(),
                    attribute.kind(),
                    GROUP,
                    attribute.label(java.util.Locale.ENGLISH),
                    attribute.label(java.util.Locale.SIMPLIFIED_CHINESE),
                    attribute.choices()));
        } else if (attribute.kind() == FieldKind.CHOICE) {
            Set<String> missing = new HashSet<>(attribute.choices());
            known.choices().forEach(missing::remove);
            types.offer(
                    type,
                    attribute.key(),
                    attribute.choices().stream().filter(missing::contains).toList());
        }
    }

    @Override
    public String title(String key, FieldValues values) {
        Category category = Category.of(key, values);
        return category.nameZh().isEmpty() ? key : category.nameZh() + " " + key;
    }
}
