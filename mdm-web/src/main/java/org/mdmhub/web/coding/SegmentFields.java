package org.mdmhub.web.coding;

import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mdmhub.coding.CheckDigit;
import org.mdmhub.coding.SegmentKind;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.springframework.stereotype.Component;

/** The fields of one segment of a scheme, by its kind. */
@Component
class SegmentFields {

    private static final Map<String, List<String>> SETTINGS = Map.of(
            "LITERAL", List.of("value"),
            "ORGANISATION", List.of("map"),
            "CATEGORY", List.of("field", "map"),
            "FIELD", List.of("field", "map"),
            "YEAR", List.of("digits", "zone"),
            "MONTH", List.of("zone"),
            "SEQUENCE", List.of("length", "start", "alphabet", "scope"),
            "CHECK", List.of("algorithm"));
    private static final List<String> ALPHABETS =
            List.of("0123456789", "0123456789ABCDEFGHJKLMNPQRTUWXY", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static final List<String> ZONES = List.of("Asia/Shanghai", "UTC", "Europe/Berlin", "America/New_York");
    private static final int MOST_CHARACTERS = 20;

    private final MasterTypes types;
    private final Labels labels;
    private final Texts texts;

    SegmentFields(MasterTypes types, Labels labels, Texts texts) {
        this.types = types;
        this.labels = labels;
        this.texts = texts;
    }

    static List<String> settings(String kind) {
        return SETTINGS.getOrDefault(kind, List.of());
    }

    /** The kind of a segment, to be chosen. */
    FormField kind(int at, TypedSegment segment) {
        List<Option> options = Arrays.stream(SegmentKind.values())
                .filter(kind -> kind != SegmentKind.CATEGORY || segment.kind().equals("CATEGORY"))
                .map(kind -> new Option(kind.name(), texts.of("segment." + kind.name())))
                .toList();
        return FormField.select("kind." + at, texts.of("segment.kind"), segment.kind(), options);
    }

    /** Its settings. */
    List<FormField> of(String type, int at, TypedSegment segment, List<TypedSegment> earlier) {
        List<FormField> fields = new ArrayList<>();
        for (String setting : settings(segment.kind())) {
            if (!setting.equals("scope")) {
                fields.add(field(type, at, segment, setting));
            } else if (!scopes(earlier).isEmpty()) {
                fields.add(FormField.select(
                        "scope." + at, texts.of("segment.scope"), segment.get("scope"), scopeOptions(type, earlier)));
            }
        }
        return fields;
    }

    private FormField field(String type, int at, TypedSegment segment, String setting) {
        String name = setting + "." + at;
        String label = texts.of("segment." + setting);
        String value = segment.get(setting);
        return switch (setting) {
            case "map" ->
                FormField.of(Input.AREA, name, label, value)
                        .hinted(texts.of(
                                segment.kind().equals("ORGANISATION") ? "segment.map.unit" : "segment.map.hint"));
            case "field" -> FormField.select(name, label, value, withNone(fieldOptions(type)));
            case "digits" ->
                FormField.select(name, label, value.isEmpty() ? "4" : value, List.of(year("4"), year("2")));
            case "zone" -> FormField.select(name, label, value.isEmpty() ? ZONES.get(0) : value, with(ZONES, value));
            case "alphabet" ->
                FormField.select(name, label, value.isEmpty() ? ALPHABETS.get(0) : value, alphabets(value));
            case "algorithm" -> FormField.select(name, label, value, algorithms());
            case "length", "start" ->
                FormField.of(Input.NUMBER, name, label, value).atMost(MOST_CHARACTERS);
            default -> FormField.of(Input.TEXT, name, label, value).atMost(MOST_CHARACTERS);
        };
    }

    private List<Option> withNone(List<Option> options) {
        return Stream.concat(Stream.of(new Option("", texts.of("segment.field.none"))), options.stream())
                .toList();
    }

    private static Option year(String digits) {
        String year = String.valueOf(Year.now(java.time.ZoneOffset.UTC).getValue());
        return new Option(digits, digits.equals("2") ? year.substring(2) : year);
    }

    private List<Option> algorithms() {
        return Arrays.stream(CheckDigit.values())
                .map(check -> new Option(check.name(), texts.of("check." + check.name())))
                .toList();
    }

    private List<Option> alphabets(String value) {
        return with(ALPHABETS, value).stream()
                .map(option -> new Option(
                        option.value(),
                        ALPHABETS.contains(option.value())
                                ? texts.of("alphabet." + ALPHABETS.indexOf(option.value()))
                                : option.value()))
                .toList();
    }

    private static List<Option> with(List<String> known, String value) {
        return Stream.concat(known.stream(), Stream.of(value))
                .filter(one -> !one.isEmpty())
                .distinct()
                .map(one -> new Option(one, one))
                .toList();
    }

    private List<Option> fieldOptions(String type) {
        return types.fields(type).stream()
                .filter(field -> List.of(FieldKind.CHOICE, FieldKind.COUNTRY, FieldKind.CODE, FieldKind.UNIT)
                                .contains(field.kind())
                        || List.of("category", "customerCategory", "customerGroup", "industry")
                                .contains(field.key()))
                .map(Field<MasterRecord>::key)
                .map(key -> new Option(key, labels.field(type, key)))
                .toList();
    }

    private static List<String> scopes(List<TypedSegment> earlier) {
        return earlier.stream()
                .filter(segment -> !List.of("LITERAL", "SEQUENCE", "CHECK").contains(segment.kind()))
                .map(TypedSegment::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** One counter, one by each of the segments before it, or one by all of them together. */
    private List<Option> scopeOptions(String type, List<TypedSegment> earlier) {
        List<String> names = scopes(earlier);
        List<Option> options = new ArrayList<>(List.of(new Option("", texts.of("segment.scope.none"))));
        names.forEach(name -> options.add(new Option(name, texts.of("segment.scope.by", scopeName(type, name)))));
        if (names.size() > 1) {
            String all = String.join(
                    texts.of("segment.and"),
                    names.stream().map(name -> scopeName(type, name)).toList());
            options.add(new Option(String.join(",", names), texts.of("segment.scope.by", all)));
        }
        return options;
    }

    private String scopeName(String type, String name) {
        return SETTINGS.containsKey(name) ? texts.of("segment." + name) : labels.field(type, name);
    }
}
