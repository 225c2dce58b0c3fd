package org.mdmhub.web.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.sync.delivery.Cause;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.mapping.FieldMapping;
import org.mdmhub.sync.mapping.Mappings;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.springframework.stereotype.Component;

/** Says in plain words why a target does not take a record, with our name of the field that it means. */
@Component
public class CauseWords {

    /** Kinds that say nothing by themselves: the target's own words are better than none. */
    private static final Set<Cause.Kind> OWN_WORDS = Set.of(Cause.Kind.OTHER, Cause.Kind.RULE, Cause.Kind.CLOSED);

    private static final Pattern CODE = Pattern.compile("[.\\s]*\\([A-Z_]{6,}\\)$");

    private final Mappings mappings;
    private final MasterTypes types;
    private final Labels labels;
    private final Texts texts;

    CauseWords(Mappings mappings, MasterTypes types, Labels labels, Texts texts) {
        this.mappings = mappings;
        this.types = types;
        this.labels = labels;
        this.texts = texts;
    }

    /**
     * One cause.
     *
     * @param plain in plain words
     * @param own the target's own words
     * @param field key of our field that is to be mended, null where there is none
     * @param label of that field, empty where there is none
     */
    public record Said(String plain, String own, @Nullable String field, String label) {}

    /** So many records are not delivered for the same reason. */
    record Group(String type, Said cause, int records) {}

    /** All causes that an error names. */
    public List<Said> of(String target, String type, @Nullable String error) {
        return Cause.of(error).stream().map(cause -> said(target, type, cause)).toList();
    }

    /** The most frequent first. */
    List<Group> groups(String target, List<Deliveries.Failure> failures) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Deliveries.Failure failure : failures) {
            Cause first = Cause.of(failure.error()).get(0);
            groups.merge(
                    failure.type() + "|" + first.group(),
                    new Group(failure.type(), said(target, failure.type(), first), failure.lanes()),
                    (one, more) -> new Group(one.type(), one.cause(), one.records() + more.records()));
        }
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort((one, other) -> Integer.compare(other.records(), one.records()));
        return sorted;
    }

    private Said said(String target, String type, Cause cause) {
        String source = source(target, type, cause.field());
        String label = source == null ? "" : label(type, source);
        String named = label.isEmpty() ? cause.field() : label;
        String subject = named == null ? texts.of("cause.something") : named;
        String figure = cause.figure();
        String plain = figure == null && cause.kind() == Cause.Kind.TOO_LONG
                ? texts.of("cause.TOO_LONG.some", subject)
                : texts.of("cause." + cause.kind(), subject, figure == null ? "" : figure);
        boolean more = OWN_WORDS.contains(cause.kind()) && !cause.said().isEmpty();
        return new Said(
                more
                        ? texts.of(
                                "cause.quoted",
                                plain,
                                CODE.matcher(cause.said()).replaceFirst(""))
                        : plain,
                cause.said(),
                source == null ? null : mendable(type, source),
                label);
    }

    private @Nullable String source(String target, String type, @Nullable String field) {
        if (field == null) {
            return null;
        }
        return mappings.rows(target, type).stream()
                .filter(row -> row.form() != FieldMapping.Form.CONSTANT && names(row, field))
                .map(FieldMapping::source)
                .findFirst()
                .orElse(null);
    }

    private static boolean names(FieldMapping row, String field) {
        return row.targetField().equals(field)
                || row.targetField().endsWith("." + field)
                || row.head().equals(field);
    }

    private String label(String type, String source) {
        int dot = source.indexOf('.');
        return dot < 0
                ? texts.or("source." + source, labels.field(type, source))
                : texts.of(
                        "place.in",
                        labels.field(type, source.substring(0, dot)),
                        labels.item(type, source.substring(0, dot), source.substring(dot + 1)));
    }

    /** Code, status and version are ours; nobody edits them in a form. */
    private @Nullable String mendable(String type, String source) {
        String key = source.contains(".") ? source.substring(0, source.indexOf('.')) : source;
        boolean known =
                types.fields(type).stream().anyMatch(field -> field.key().equals(key));
        return known ? key : null;
    }

    /** What one of our fields is called in a mapping. */
    String sourceLabel(String type, FieldMapping row) {
        return row.form() == FieldMapping.Form.CONSTANT ? texts.of("mapping.constant") : label(type, row.source());
    }
}
