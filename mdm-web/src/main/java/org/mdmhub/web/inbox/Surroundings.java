package org.mdmhub.web.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.delivery.Lane;
import org.mdmhub.sync.delivery.LaneQuery;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Shown;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.layout.Values;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** What stands around a request: the rest of the record, what happened to it last, and where it goes. */
@Component
class Surroundings {

    private static final int CHANGES = 5;
    private static final int FIELDS_TOLD = 4;
    private static final int LANES = 50;

    private final MasterTypes types;
    private final MasterRecords records;
    private final History history;
    private final Targets targets;
    private final Deliveries deliveries;
    private final Accounts accounts;
    private final Labels labels;
    private final Values values;
    private final Times times;
    private final Texts texts;
    private final Reading reading;

    Surroundings(
            MasterTypes types,
            MasterRecords records,
            History history,
            Targets targets,
            Deliveries deliveries,
            Accounts accounts,
            Labels labels,
            Values values,
            Times times,
            Texts texts,
            Reading reading) {
        this.types = types;
        this.records = records;
        this.history = history;
        this.targets = targets;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.labels = labels;
        this.values = values;
        this.times = times;
        this.texts = texts;
        this.reading = reading;
    }

    /**
     * All of it as its reader may see it; empty lists where there is no record yet, or he may not see it.
     *
     * @param unchanged the fields that the request leaves as they are
     */
    record View(List<Part> unchanged, List<Entry> changes, List<Standing> targets) {}

    /** A field and its value. */
    record Part(String label, Shown value) {}

    /**
     * An earlier change.
     *
     * @param fields labels of what it changed, a few
     */
    record Entry(
            String at,
            String who,
            String kind,
            String why,
            String fields,
            @Nullable UUID requestId) {}

    /**
     * A target that gets what is approved.
     *
     * @param state of the lane, null where nothing was ever owed to it
     */
    record Standing(String target, @Nullable String state, int wanted, int delivered) {}

    View of(RequestSheet sheet, Actor reader) {
        return reading.as(reader, () -> {
            String code = sheet.code();
            MasterRecord record =
                    code == null ? null : records.find(sheet.type(), code).orElse(null);
            return record == null
                    ? new View(List.of(), List.of(), targets(sheet.type(), null))
                    : new View(unchanged(sheet, record), changes(sheet.type(), record), targets(sheet.type(), code));
        });
    }

    private List<Part> unchanged(RequestSheet sheet, MasterRecord record) {
        if (sheet.isClosed()) {
            return List.of();
        }
        Set<String> changed = sheet.changes().stream().map(Values.Change::key).collect(Collectors.toSet());
        FieldValues present = records.values(sheet.type(), record);
        return types.fields(sheet.type()).stream()
                .filter(field -> present.get(field.key()) != null && !changed.contains(field.key()))
                // what only some may see is not needed here, and what is not sent cannot leak
                .filter(field -> !field.masked())
                .map(field -> new Part(labels.field(sheet.type(), field.key()), shown(sheet.type(), field, present)))
                .toList();
    }

    private Shown shown(String type, Field<MasterRecord> field, FieldValues present) {
        return field.kind() == FieldKind.LIST
                ? new Shown(texts.of("request.items", present.list(field.key()).size()), List.of())
                : values.shown(type, field, present.get(field.key()));
    }

    private List<Entry> changes(String type, MasterRecord record) {
        List<HistoryEntry> entries = history.of(type, record.id(), Long.MAX_VALUE, CHANGES);
        Set<String> logins = entries.stream().map(HistoryEntry::who).collect(Collectors.toCollection(HashSet::new));
        Map<String, String> names = accounts.names(logins);
        return entries.stream()
                .map(entry -> new Entry(
                        times.exact(entry.at()),
                        Objects.requireNonNull(names.getOrDefault(entry.who(), entry.who())),
                        entry.kind(),
                        labels.reason(entry.why()),
                        fields(type, entry),
                        entry.requestId()))
                .toList();
    }

    /** Where everything is new, nothing is told. */
    private String fields(String type, HistoryEntry entry) {
        return entry.changes().size() > FIELDS_TOLD * 2
                ? ""
                : entry.changes().stream()
                        .limit(FIELDS_TOLD)
                        .map(change -> labels.field(type, change.field()))
                        .collect(Collectors.joining(" · "));
    }

    private List<Standing> targets(String type, @Nullable String code) {
        Map<String, Lane> lanes = code == null
                ? Map.of()
                : deliveries.page(new LaneQuery(null, type, null, code, new UUID(0, 0), LANES)).stream()
                        .collect(Collectors.toMap(Lane::target, Function.identity(), (one, other) -> one));
        return targets.all().stream()
                .filter(target ->
                        target.mode() == Target.Mode.LIVE && target.types().contains(type))
                .map(target -> standing(target.name(), lanes.get(target.name())))
                .toList();
    }

    private static Standing standing(String target, @Nullable Lane lane) {
        return lane == null
                ? new Standing(target, null, 0, 0)
                : new Standing(target, lane.state().name(), lane.wantedVersion(), lane.deliveredVersion());
    }
}
