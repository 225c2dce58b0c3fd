package org.mdmhub.merge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

/** Reads rules from a setting's content, a JSON map, and says which entries are not what they should be. */
final class SurvivorshipContent {

    static final String FIELDS = "fields";
    static final String OTHERWISE = "otherwise";
    static final String SOURCES = "sources";

    private static final Set<String> ENTRIES = Set.of(FIELDS, OTHERWISE, SOURCES);
    private static final Set<String> FIELD = Set.of("field", "rules");
    private static final Set<String> SOURCE = Set.of("source", "trust", "halfLifeDays");
    private static final int MOST = 200;
    private static final int MOST_DAYS = 36_500;

    private final List<Finding> findings;

    private SurvivorshipContent(List<Finding> findings) {
        this.findings = findings;
    }

    /** The rules, or null where they are none; what is wrong with them is added to {@code findings}. */
    static @Nullable SurvivorshipRules read(FieldValues values, List<Finding> findings) {
        int before = findings.size();
        SurvivorshipRules rules = new SurvivorshipContent(findings).rules(values.asMap());
        return findings.size() > before ? null : rules;
    }

    /** As {@link #read} takes it. */
    static Map<String, Object> write(SurvivorshipRules rules) {
        List<Object> fields = new ArrayList<>();
        rules.fields().forEach((field, list) -> fields.add(Map.of("field", field, "rules", keys(list))));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(FIELDS, fields);
        content.put(OTHERWISE, keys(rules.otherwise()));
        content.put(
                SOURCES,
                rules.sources().stream().map(SurvivorshipContent::source).toList());
        return FieldValues.exact(content).asMap();
    }

    private static List<String> keys(List<Rule> rules) {
        return rules.stream().map(Rule::key).toList();
    }

    private static Map<String, Object> source(SourceTrust trust) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("source", trust.source());
        item.put("trust", BigDecimal.valueOf(trust.trust()));
        Integer days = trust.halfLifeDays();
        if (days != null) {
            item.put("halfLifeDays", BigDecimal.valueOf(days));
        }
        return item;
    }

    private SurvivorshipRules rules(Map<String, Object> content) {
        only("/fields", content, ENTRIES);
        Map<String, List<Rule>> fields = new LinkedHashMap<>();
        List<Map<?, ?>> items = items(FIELDS, content.get(FIELDS));
        for (int i = 0; i < items.size(); i++) {
            String at = "/fields/fields/" + i;
            only(at, items.get(i), FIELD);
            String field = text(at + "/field", items.get(i).get("field"));
            List<Rule> rules = list(at + "/rules", items.get(i).get("rules"));
            if (field != null && fields.put(field, rules) != null) {
                wrong(at + "/field", "survivorshipTwice", field);
            }
        }
        return new SurvivorshipRules(
                fields, list("/fields/" + OTHERWISE, content.get(OTHERWISE)), sources(content.get(SOURCES)));
    }

    private List<Rule> list(String at, @Nullable Object raw) {
        if (!(raw instanceof List<?> names) || names.isEmpty()) {
            wrong(at, raw == null || raw instanceof List<?> ? "required" : "type", "LIST");
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), MOST); i++) {
            String name = String.valueOf(names.get(i));
            Rule rule = Rule.of(name).orElse(null);
            if (rule == null) {
                wrong(at + "/" + i, "choice", String.join(", ", Rule.keys()));
            } else if (rules.contains(rule)) {
                wrong(at + "/" + i, "survivorshipTwice", name);
            } else {
                rules.add(rule);
            }
        }
        return rules;
    }

    private List<SourceTrust> sources(@Nullable Object raw) {
        List<SourceTrust> sources = new ArrayList<>();
        Set<String> named = new HashSet<>();
        List<Map<?, ?>> items = items(SOURCES, raw);
        for (int i = 0; i < items.size(); i++) {
            String at = "/fields/" + SOURCES + "/" + i;
            Map<?, ?> item = items.get(i);
            only(at, item, SOURCE);
            String source = text(at + "/source", item.get("source"));
            double trust = trust(at + "/trust", item.get("trust"));
            Integer days = days(at + "/halfLifeDays", item.get("halfLifeDays"));
            if (source != null && !named.add(source)) {
                wrong(at + "/source", "survivorshipTwice", source);
            } else if (source != null) {
                sources.add(new SourceTrust(source, trust, days));
            }
        }
        if (!named.contains(SourceTrust.HUB)) {
            wrong("/fields/" + SOURCES, "survivorshipHub", SourceTrust.HUB);
        }
        return sources;
    }

    private double trust(String at, @Nullable Object raw) {
        if (raw instanceof BigDecimal number && number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0) {
            return number.doubleValue();
        }
        wrong(at, raw == null ? "required" : "range", "0", "1");
        return 0;
    }

    private @Nullable Integer days(String at, @Nullable Object raw) {
        if (raw == null) {
            return null;
        }
        if (raw instanceof BigDecimal number
                && number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(MOST_DAYS)) <= 0
                && number.stripTrailingZeros().scale() <= 0) {
            return number.intValueExact();
        }
        wrong(at, "policyRange", "1", String.valueOf(MOST_DAYS));
        return null;
    }

    private List<Map<?, ?>> items(String entry, @Nullable Object raw) {
        List<Map<?, ?>> items = new ArrayList<>();
        boolean right = raw == null || (raw instanceof List<?> list && list.size() <= MOST);
        if (!right) {
            wrong("/fields/" + entry, "type", "LIST");
        } else if (raw instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> item) {
                    items.add(item);
                } else {
                    wrong("/fields/" + entry + "/" + items.size(), "type", "ITEM");
                }
            }
        }
        return items;
    }

    private @Nullable String text(String at, @Nullable Object raw) {
        if (raw instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        wrong(at, raw == null ? "required" : "type", "TEXT");
        return null;
    }

    private void only(String at, Map<?, ?> values, Set<String> known) {
        values.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !known.contains(key))
                .forEach(key -> wrong(at + "/" + key.replace("~", "~0").replace("/", "~1"), "unknownField", key));
    }

    private void wrong(String pointer, String code, String... args) {
        findings.add(Finding.error(pointer, code, args));
    }
}
