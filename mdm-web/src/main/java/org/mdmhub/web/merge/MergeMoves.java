package org.mdmhub.web.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdmhub.history.History;
import org.mdmhub.merge.Member;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.springframework.stereotype.Component;

/** What has become of the records of a merge since somebody looked at them. */
@Component
class MergeMoves {

    private final History history;
    private final MasterRecords records;
    private final Reading reading;
    private final Labels labels;
    private final Texts texts;

    MergeMoves(History history, MasterRecords records, Reading reading, Labels labels, Texts texts) {
        this.history = history;
        this.records = records;
        this.reading = reading;
        this.labels = labels;
        this.texts = texts;
    }

    /**
     * What moved.
     *
     * @param fields keys of what is not as it was
     * @param told a line a record, in words
     */
    record Moved(Set<String> fields, List<String> told) {

        static final Moved NOTHING = new Moved(Set.of(), List.of());
    }

    Moved since(Map<String, Integer> seen, MergePlan plan, Actor reader) {
        Map<Member, Set<String>> moved = new LinkedHashMap<>();
        for (Member member : plan.members()) {
            int version = seen.getOrDefault(member.code(), member.version());
            if (version != member.version()) {
                moved.put(member, reading.as(reader, () -> fields(plan.type(), member, version)));
            }
        }
        Set<String> all = moved.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        List<String> told = new ArrayList<>();
        moved.forEach((member, fields) -> told.add(texts.of(
                "merge.moved.of",
                member.code(),
                fields.stream().map(field -> labels.field(plan.type(), field)).collect(Collectors.joining(" · ")))));
        return new Moved(all, told);
    }

    private Set<String> fields(String type, Member member, int version) {
        FieldValues then = history.atVersion(type, member.id(), version)
                .map(old -> records.values(type, old))
                .orElse(FieldValues.none());
        return member.values().changesFrom(then).stream()
                .map(FieldChange::field)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
