package org.mdmhub.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.ListItems;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.reference.IsoCodes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads raw JSON values into standardised neutral ones and says which are not what their field takes. */
@Component
class Shape {

    static final int MAX_ITEMS = 200;
    private static final int MAX_ID = 60;

    private final MasterTypes types;
    private final Organisations organisations;
    private final JdbcClient jdbc;

    Shape(MasterTypes types, Organisations organisations, JdbcClient jdbc) {
        this.types = types;
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    /** What is well-formed, standardised as {@code told}; the rest is named in {@code findings}. */
    Map<String, @Nullable Object> read(
            String type,
            FieldValues now,
            Map<String, ? extends @Nullable Object> raw,
            List<Finding> findings,
            List<Standardization> told) {
        Map<String, Field<MasterRecord>> fields = new HashMap<>();
        types.fields(type).forEach(field -> fields.put(field.key(), field));
        Context context = new Context(type, country(now.with(raw)), findings, told);
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        raw.forEach((key, value) -> {
            Field<MasterRecord> field = fields.get(key);
            String pointer = "/fields/" + key.replace("~", "~0").replace("/", "~1");
            if (field == null) {
                findings.add(Finding.error(pointer, "unknownField", key));
            } else if (value == null) {
                changes.put(key, null);
            } else if (field.kind() == FieldKind.LIST) {
                context.list(pointer, field, value, changes);
            } else {
                context.value(pointer, key, field.kind(), field.choices(), value, changes);
            }
        });
        return changes;
    }

    private static @Nullable String country(FieldValues values) {
        String country = values.text("country");
        return country == null
                ? null
                : Standardizer.standardize(FieldKind.COUNTRY, country, null).text();
    }

    /** One reading: the country by which phones are read, and where findings go. */
    private final class Context {

        private final String type;
        private final @Nullable String country;
        private final List<Finding> findings;
        private final List<Standardization> told;

        Context(String type, @Nullable String country, List<Finding> findings, List<Standardization> told) {
            this.type = type;
            this.country = country;
            this.findings = findings;
            this.told = told;
        }

        void list(String pointer, Field<MasterRecord> field, Object raw, Map<String, @Nullable Object> into) {
            if (!(raw instanceof List<?> items)) {
                findings.add(Finding.error(pointer, "type", "LIST"));
                return;
            }
            if (items.size() > MAX_ITEMS) {
                findings.add(Finding.error(pointer, "tooMany", String.valueOf(MAX_ITEMS)));
                return;
            }
            // a list with an error is kept as it was written, not without its wrong items
            int before = findings.size();
            List<Map<String, Object>> read = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < items.size(); i++) {
                item(pointer + "/" + i, field.items(), items.get(i), ids, read);
            }
            if (findings.size() == before) {
                into.put(field.key(), read.isEmpty() ? null : read);
            }
        }

        private void item(
                String pointer,
                List<Field.Item> fields,
                @Nullable Object raw,
                Set<String> ids,
                List<Map<String, Object>> into) {
            if (!(raw instanceof Map<?, ?> entries)) {
                findings.add(Finding.error(pointer, "type", "ITEM"));
                return;
            }
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put(ListItems.ID, id(pointer, entries.get(ListItems.ID), ids));
            entries.forEach((key, value) -> {
                if (!ListItems.ID.equals(key) && value != null) {
                    itemValue(pointer, fields, String.valueOf(key), value, item);
                }
            });
            item.values().removeIf(Objects::isNull);
            if (item.size() > 1) {
                into.add(FieldValues.of(item).asMap());
            } else if (entries.size() <= 1) {
                findings.add(Finding.error(pointer, "emptyItem"));
            }
        }

        private void itemValue(
                String pointer, List<Field.Item> fields, String key, Object value, Map<String, @Nullable Object> item) {
            fields.stream()
                    .filter(field -> field.key().equals(key))
                    .findFirst()
                    .ifPresentOrElse(
                            field -> value(pointer + "/" + key, key, field.kind(), field.choices(), value, item),
                            () -> findings.add(Finding.error(pointer + "/" + key, "unknownField", key)));
        }

        private String id(String pointer, @Nullable Object raw, Set<String> ids) {
            if (raw == null) {
                String fresh = UUID.randomUUID().toString();
                ids.add(fresh);
                return fresh;
            }
            if (!(raw instanceof String id)
                    || id.isBlank()
                    || id.length() > MAX_ID
                    || !CleanText.isStorable(id)
                    || !CleanText.clean(id).equals(id)) {
                findings.add(Finding.error(pointer + "/id", "type", "TEXT"));
            } else if (!ids.add(id)) {
                findings.add(Finding.error(pointer + "/id", "duplicateId", id));
            }
            return String.valueOf(raw);
        }

        void value(
                String pointer,
                String key,
                FieldKind kind,
                List<String> choices,
                Object raw,
                Map<String, @Nullable Object> into) {
            Object neutral = kind.neutral(raw);
            if (neutral == null || (neutral instanceof String text && !CleanText.isWellFormed(text))) {
                findings.add(Finding.error(pointer, "type", kind.name()));
                return;
            }
            if (!(neutral instanceof String text)) {
                into.put(key, neutral);
                return;
            }
            Standardizer.Standard done = Standardizer.standardize(kind, text, country);
            String standard = listed(choices, done.text());
            tell(pointer, text, standard, done);
            String wrong = standard.isEmpty() ? null : problem(kind, choices, standard);
            if (wrong == null) {
                into.put(key, standard.isEmpty() ? null : standard);
            } else {
                findings.add(Finding.error(pointer, wrong, argument(wrong, choices, standard)));
            }
        }

        private void tell(String pointer, String from, String to, Standardizer.Standard done) {
            boolean listed = !done.text().equals(to) && done.done().isEmpty();
            if (!from.equals(to)) {
                told.add(new Standardization(
                        pointer, from, to, listed ? List.of(Standardization.What.UPPER_CASE) : done.done()));
            }
        }

        /** A choice as its list spells it. */
        private String listed(List<String> choices, String text) {
            return choices.stream().filter(text::equalsIgnoreCase).findFirst().orElse(text);
        }

        private @Nullable String problem(FieldKind kind, List<String> choices, String text) {
            if (text.codePointCount(0, text.length()) > Field.MAX_TEXT) {
                return "length";
            }
            return switch (kind) {
                case CHOICE -> choices.contains(text) ? null : "choice";
                case COUNTRY -> IsoCodes.isCountry(text) ? null : "country";
                case CURRENCY -> IsoCodes.isCurrency(text) ? null : "currency";
                case ORGANISATION -> organisations.find(text).isPresent() ? null : "organisation";
                case MASTER -> isMaster(text) ? null : "master";
                default -> null;
            };
        }

        private boolean isMaster(String code) {
            return jdbc.sql("select count(*) from record where type = ? and code = ?")
                            .params(type, code)
                            .query(Integer.class)
                            .single()
                    > 0;
        }
    }

    private static String argument(String wrong, List<String> choices, String text) {
        return switch (wrong) {
            case "length" -> String.valueOf(Field.MAX_TEXT);
            case "choice" -> String.join(", ", choices);
            default -> text;
        };
    }
}
