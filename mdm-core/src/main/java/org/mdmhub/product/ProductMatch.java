package org.mdmhub.product;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.mdmhub.category.Categories;
import org.mdmhub.category.CategoryAttribute;
import org.mdmhub.matching.MatchModel;
import org.mdmhub.matching.NameKey;
import org.mdmhub.matching.Verdict;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.name.CompanyName;
import org.mdmhub.matching.name.NameKeys;
import org.mdmhub.quality.identifier.Gtin;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;

/** When two products are the same: by GTIN, or by all that tells products of one name apart. */
@Component
class ProductMatch implements MatchModel {

    private static final String UNIT = "baseUnit";
    private static final List<String> TELLING =
            List.of("specification", "model", "brand", "drawingNumber", "drawingRevision", UNIT);

    private static final List<String> WEIGHED = List.of("drawingNumber", "drawingRevision");

    private static final double SAME = 3;
    private static final double OTHER = -5;
    private static final double SAME_ATTRIBUTE = 2;
    private static final String CATEGORY = "category";

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    private final Categories categories;

    ProductMatch(Categories categories) {
        this.categories = categories;
    }

    @Override
    public String type() {
        return ProductType.KEY;
    }

    @Override
    public boolean matches(FieldValues product) {
        return true;
    }

    @Override
    public List<String> compared() {
        List<String> fields = new ArrayList<>(List.of("name", "englishName", "gtin"));
        fields.addAll(TELLING);
        fields.add("listPrice");
        fields.add(CATEGORY);
        fields.addAll(categories.tree(ProductType.KEY).keys());
        return fields;
    }

    /** What the category asks for, where all of it is told. */
    private List<String> told(FieldValues product) {
        List<String> told = new ArrayList<>();
        for (String key : required(product)) {
            String value = attribute(product, key);
            if (value.isEmpty()) {
                return List.of();
            }
            told.add(key + "=" + value);
        }
        return told.isEmpty() ? List.of() : List.of(product.text(CATEGORY) + "|" + String.join("|", told));
    }

    private List<String> required(FieldValues product) {
        return categories.tree(ProductType.KEY).attributes(product.text(CATEGORY)).stream()
                .filter(CategoryAttribute::required)
                .map(CategoryAttribute::key)
                .toList();
    }

    private static String attribute(FieldValues product, String key) {
        Object value = product.get(key);
        if (value == null) {
            return "";
        }
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : NameKey.of(value.toString()).full();
    }

    /** Two bolts of different lengths are two things, whatever they are called. */
    private void attributes(FieldValues one, FieldValues other, Verdict verdict) {
        Set<String> telling = new LinkedHashSet<>(required(one));
        telling.addAll(required(other));
        for (String key : telling) {
            String here = attribute(one, key);
            String there = attribute(other, key);
            if (!here.isEmpty() && !there.isEmpty()) {
                if (here.equals(there)) {
                    verdict.add(key, "equal", SAME_ATTRIBUTE);
                } else {
                    verdict.differs(key);
                }
            }
        }
        List<String> same = told(one);
        if (!same.isEmpty() && same.equals(told(other))) {
            verdict.alike();
        }
    }

    @Override
    public List<String> names(FieldValues product) {
        List<String> names = new ArrayList<>();
        for (String key : List.of("name", "englishName", "mnemonic", "model")) {
            String name = product.text(key);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    @Override
    public Map<String, String> identifiers(FieldValues product) {
        String gtin = product.text("gtin");
        return gtin != null && Gtin.isValid(gtin) ? Map.of("gtin", gtin) : Map.of();
    }

    @Override
    public List<Profile> profiles() {
        return List.of(ProductProfile.PROFILE);
    }

    @Override
    public Map<String, Map<String, Double>> rules() {
        Map<String, Map<String, Double>> rules = new LinkedHashMap<>();
        rules.put("gtin", Verdict.IDENTIFIER);
        WEIGHED.forEach(key -> rules.put(key, Map.of("equal", SAME, "other", OTHER)));
        categories
                .tree(ProductType.KEY)
                .keys()
                .forEach(key -> rules.putIfAbsent(key, Map.of("equal", SAME_ATTRIBUTE, "other", Verdict.NEVER)));
        return rules;
    }

    @Override
    public Profile profile(FieldValues product) {
        return ProductProfile.PROFILE;
    }

    /** Identifiers, names, and what the category asks for. */
    @Override
    public Collection<String> keys(FieldValues product) {
        Set<String> keys = new LinkedHashSet<>(ProductProfile.PROFILE.keys().apply(product));
        names(product).forEach(name -> NameKeys.of(CompanyName.of(name)).forEach(key -> keys.add(key.text())));
        keys.addAll(told(product));
        return keys;
    }

    @Override
    public void judge(Verdict verdict, FieldValues one, FieldValues other) {
        String gtin = identifiers(one).get("gtin");
        String theirs = identifiers(other).get("gtin");
        if (gtin != null && theirs != null) {
            verdict.identifier("gtin", gtin.equals(theirs));
        }
        // a name of nothing but signs folds to nothing and says nothing
        String name = key(one, "name").full();
        boolean named = !name.isEmpty() && name.equals(key(other, "name").full());
        boolean equal = named
                && numbers(one, "name").equals(numbers(other, "name"))
                && !verdict.says(ProductProfile.QUANTITY, "other");
        for (String field : TELLING) {
            String here = key(one, field).full();
            String there = key(other, field).full();
            boolean same = here.equals(there);
            equal &= same && numbers(one, field).equals(numbers(other, field));
            if (!here.isEmpty() && !there.isEmpty() && WEIGHED.contains(field)) {
                verdict.add(field, same ? "equal" : "other", same ? SAME : OTHER);
            }
        }
        attributes(one, other, verdict);
        if (equal) {
            verdict.allEqual();
        }
    }

    /** Points are no part of a key, but 1.5 and 15 are not the same. */
    private static List<BigDecimal> numbers(FieldValues product, String field) {
        String text = Normalizer.normalize(Objects.requireNonNullElse(product.text(field), ""), Normalizer.Form.NFKC);
        return NUMBER.matcher(text)
                .results()
                .map(found -> new BigDecimal(found.group()).stripTrailingZeros())
                .toList();
    }

    private static NameKey key(FieldValues product, String field) {
        return NameKey.of(Objects.requireNonNullElse(product.text(field), ""));
    }
}
