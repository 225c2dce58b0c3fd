package org.mdmhub.web.merge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.Chosen;
import org.mdmhub.merge.Member;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.merge.Origin;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Shown;
import org.mdmhub.web.layout.Values;
import org.springframework.stereotype.Component;

/** Values of the records of a merge, and why one of them won, in the words of the reader. */
@Component
class MergeWords {

    private static final String TYPED = "typed";
    private static final String EQUAL = "equal";

    private final Texts texts;
    private final Values values;
    private final Masking masking;
    private final Organisations organisations;

    MergeWords(Texts texts, Values values, Masking masking, Organisations organisations) {
        this.texts = texts;
        this.values = values;
        this.masking = masking;
        this.organisations = organisations;
    }

    /** What the reader does not see, by code of the record. */
    Map<String, Mask> masks(MergePlan plan, Actor reader) {
        return plan.members().stream()
                .collect(Collectors.toMap(Member::code, member -> mask(plan.type(), member.orgUnit(), reader)));
    }

    Mask mask(String type, String unit, Actor reader) {
        return masking.of(
                reader, type, organisations.find(unit).map(found -> found.id()).orElse(0));
    }

    Shown shown(String type, String field, @Nullable Object value, @Nullable Mask mask) {
        return values.shown(type, field, mask == null ? value : mask.covered(field, value));
    }

    /** Why the survivor will hold this value. */
    String why(MergePlan plan, String field, Chosen chosen) {
        if (chosen.rule().equals(TYPED)) {
            return texts.of(chosen.value() == null ? "merge.rule.cleared" : "merge.rule.typed");
        }
        String rule = texts.or("merge.rule." + chosen.rule(), chosen.rule());
        String since = chosen.rule().equals(EQUAL)
                ? ""
                : plan.members().stream()
                        .filter(member -> member.code().equals(chosen.from()))
                        .findFirst()
                        .map(member -> since(member, field))
                        .orElse("");
        return joined(rule, since);
    }

    /** When a value was written, and by which system; empty where nobody knows. */
    String since(Member member, String field) {
        Origin origin = member.origins().get(field);
        if (origin == null || member.values().get(field) == null) {
            return "";
        }
        Instant since = origin.since();
        String source = origin.source();
        return joined(
                since == null
                        ? ""
                        : since.atZone(ZoneId.systemDefault()).toLocalDate().toString(),
                source == null ? "" : source);
    }

    private String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(texts.of("merge.comma")));
    }

    /** The name of a record as the reader may see it; its code where it has none. */
    String name(FieldValues held, Mask mask, String code) {
        Object name = mask.covered("name", held.get("name"));
        return name == null ? code : String.valueOf(name);
    }
}
