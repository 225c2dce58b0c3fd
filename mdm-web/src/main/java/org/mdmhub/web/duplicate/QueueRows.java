package org.mdmhub.web.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.duplicate.Group;
import org.mdmhub.duplicate.Look;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.api.MatchWords;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.CharacterDiff;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Values;
import org.mdmhub.web.match.Waterfalls;
import org.springframework.stereotype.Component;

/** Groups put into words, with what differs side by side; runs in a transaction of its reader's scope. */
@Component
class QueueRows {

    private static final int FIELDS = 4;
    private static final String NAME = "name";

    private final MasterRecords records;
    private final MasterTypes types;
    private final Organisations organisations;
    private final Masking masking;
    private final MatchWords words;
    private final Waterfalls falls;
    private final Labels labels;
    private final Values values;
    private final LinkChoices links;
    private final Texts texts;

    QueueRows(
            MasterRecords records,
            MasterTypes types,
            Organisations organisations,
            Masking masking,
            MatchWords words,
            Waterfalls falls,
            Labels labels,
            Values values,
            LinkChoices links,
            Texts texts) {
        this.records = records;
        this.types = types;
        this.organisations = organisations;
        this.masking = masking;
        this.words = words;
        this.falls = falls;
        this.labels = labels;
        this.values = values;
        this.links = links;
        this.texts = texts;
    }

    /** A member with its values as they are shown. */
    private record Seen(MasterRecord record, Map<String, String> texts) {

        String text(String key) {
            return Objects.requireNonNullElse(texts.get(key), "");
        }
    }

    List<QueueRow> of(List<Group> groups, Actor reader) {
        Map<Long, MasterRecord> found = new HashMap<>();
        records.all(groups.stream().flatMap(group -> group.members().stream()).collect(Collectors.toSet()))
                .forEach(record -> found.put(record.id(), record));
        List<QueueRow> rows =
                groups.stream().map(group -> row(group, found, reader)).toList();
        return IntStream.range(0, rows.size())
                .mapToObj(at -> rows.get(at).before(beside(rows, at)))
                .toList();
    }

    /** The one behind it, at the end the one before. */
    private static @Nullable UUID beside(List<QueueRow> rows, int at) {
        int beside = at + 1 < rows.size() ? at + 1 : at - 1;
        return beside < 0 ? null : rows.get(beside).id();
    }

    private QueueRow row(Group group, Map<Long, MasterRecord> found, Actor reader) {
        Look best = group.best();
        List<Seen> seen = group.members().stream()
                .map(id -> seen(best.type(), Objects.requireNonNull(found.get(id)), reader))
                .toList();
        List<String> differing = differing(best, seen);
        List<String> shown = differing.subList(0, Math.min(FIELDS, differing.size()));
        boolean many = seen.size() > 2;
        return new QueueRow(
                best.id(),
                best.type(),
                Math.round(best.score() * 100),
                best.outcome().name(),
                words.sentence(
                        best.type(),
                        best.evidence(),
                        seen.get(0).text(NAME),
                        seen.get(1).text(NAME)),
                falls.of(best.type(), best.prior(), best.evidence()),
                shown.stream().map(key -> labels.field(best.type(), key)).toList(),
                differing.size() - shown.size(),
                IntStream.range(0, seen.size())
                        .mapToObj(at -> member(group, seen, at, shown))
                        .toList(),
                group.looks().stream().map(Look::id).toList(),
                DuplicateDesk.reasons(best.type()),
                reader.may(Right.ASK)
                        ? links.of(
                                best.type(),
                                many ? texts.of("dup.first") : letter(0),
                                many ? texts.of("dup.second") : letter(1))
                        : List.of(),
                null);
    }

    private Seen seen(String type, MasterRecord record, Actor reader) {
        FieldValues covered = masking.of(reader, type, record).covered(records.values(type, record));
        Map<String, String> shown = new LinkedHashMap<>();
        for (Field<MasterRecord> field : types.fields(type)) {
            if (field.kind() != FieldKind.LIST) {
                shown.put(
                        field.key(),
                        values.shown(type, field, covered.get(field.key())).text());
            }
        }
        return new Seen(record, shown);
    }

    /** What the match speaks of comes first, then what contradicts, then what only some have. */
    private static List<String> differing(Look best, List<Seen> seen) {
        Set<String> spoken = best.evidence().stream().map(said -> said.field()).collect(Collectors.toSet());
        return seen.get(0).texts().keySet().stream()
                .filter(key -> !key.equals(NAME) && variants(seen, key).size() > 1)
                .sorted(Comparator.comparing((String key) -> !spoken.contains(key))
                        .thenComparing(key -> variants(seen, key).contains("")))
                .toList();
    }

    private static Set<String> variants(List<Seen> seen, String key) {
        return seen.stream().map(one -> one.text(key)).collect(Collectors.toSet());
    }

    private QueueRow.Member member(Group group, List<Seen> seen, int at, List<String> fields) {
        MasterRecord record = seen.get(at).record();
        List<QueueRow.Cell> cells = new ArrayList<>();
        String type = group.best().type();
        fields.forEach(key -> cells.add(new QueueRow.Cell(labels.field(type, key), marked(seen, at, key))));
        return new QueueRow.Member(
                letter(at),
                record.code(),
                marked(seen, at, NAME),
                labels.page(type, record.code()),
                labels.organisation(String.valueOf(organisations.codes().get(record.orgUnitId()))),
                record.status().name(),
                cells,
                group.looks().stream()
                        .filter(look -> look.members().anyMatch(id -> id == record.id()))
                        .map(Look::id)
                        .toList());
    }

    /** Marked where it differs from the first, the first where it differs from the second. */
    private static List<CharacterDiff.Piece> marked(List<Seen> seen, int at, String key) {
        String other = seen.get(at == 0 ? 1 : 0).text(key);
        String own = seen.get(at).text(key);
        // beside nothing there is nothing to compare it with
        return other.isEmpty() && !own.isEmpty()
                ? List.of(new CharacterDiff.Piece(own, false))
                : CharacterDiff.of(other, own).readable().after();
    }

    private static String letter(int at) {
        return String.valueOf((char) ('A' + at));
    }
}
