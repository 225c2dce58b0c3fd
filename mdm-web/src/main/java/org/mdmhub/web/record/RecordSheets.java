package org.mdmhub.web.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdmhub.history.History;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.source.ForeignKeys;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.layout.Values;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** Puts a master into the words of its reader. The caller reads in the reader's scope. */
@Component
class RecordSheets {

    private static final int ENTRIES = 20;

    private final MasterTypes types;
    private final MasterRecords records;
    private final Organisations organisations;
    private final ForeignKeys keys;
    private final Standings standings;
    private final History history;
    private final Accounts accounts;
    private final Labels labels;
    private final Values values;
    private final Times times;

    RecordSheets(
            MasterTypes types,
            MasterRecords records,
            Organisations organisations,
            ForeignKeys keys,
            Standings standings,
            History history,
            Accounts accounts,
            Labels labels,
            Values values,
            Times times) {
        this.types = types;
        this.records = records;
        this.organisations = organisations;
        this.keys = keys;
        this.standings = standings;
        this.history = history;
        this.accounts = accounts;
        this.labels = labels;
        this.values = values;
        this.times = times;
    }

    /**
     * @param before the history is shown below this revision
     * @throws NotThere where there is none that the reader may see
     */
    RecordSheet sheet(String type, String code, long before) {
        MasterRecord record = records.find(type, code).orElseThrow(NotThere::new);
        FieldValues present = records.values(type, record);
        List<Field<MasterRecord>> fields = types.fields(type);
        Long survivor = record.survivorId();
        List<HistoryEntry> entries = history.of(type, record.id(), before, ENTRIES + 1);
        List<HistoryEntry> page = entries.subList(0, Math.min(ENTRIES, entries.size()));
        return new RecordSheet(
                type,
                record.code(),
                String.valueOf(present.text("name")),
                record.status().name(),
                record.version(),
                labels.organisation(String.valueOf(organisations.codes().get(record.orgUnitId()))),
                times.exact(record.createdAt()),
                times.exact(record.updatedAt()),
                survivor == null ? null : records.codeOf(survivor).orElse(null),
                groups(type, fields, present),
                lists(type, fields, present),
                fields.size() - present.keys().size(),
                keys.of(record.id()),
                standings.of(type, record.code()),
                history(type, page),
                entries.size() > ENTRIES ? page.get(ENTRIES - 1).revision() : null);
    }

    private List<RecordSheet.Group> groups(String type, List<Field<MasterRecord>> fields, FieldValues present) {
        Map<String, List<RecordSheet.Part>> groups = new LinkedHashMap<>();
        for (Field<MasterRecord> field : fields) {
            Object value = present.get(field.key());
            if (value != null && field.kind() != FieldKind.LIST) {
                groups.computeIfAbsent(field.group(), group -> new ArrayList<>())
                        .add(part(type, field, value));
            }
        }
        List<RecordSheet.Group> shown = new ArrayList<>();
        groups.forEach((group, parts) -> shown.add(new RecordSheet.Group(group, parts)));
        return shown;
    }

    private List<RecordSheet.Part> lists(String type, List<Field<MasterRecord>> fields, FieldValues present) {
        return fields.stream()
                .filter(field -> field.kind() == FieldKind.LIST)
                .filter(field -> !present.list(field.key()).isEmpty())
                .map(field -> part(type, field, present.list(field.key())))
                .toList();
    }

    private RecordSheet.Part part(String type, Field<MasterRecord> field, Object value) {
        return new RecordSheet.Part(field.key(), labels.field(type, field.key()), values.shown(type, field, value));
    }

    private List<RecordSheet.Entry> history(String type, List<HistoryEntry> entries) {
        Set<String> logins = new HashSet<>();
        entries.forEach(entry -> {
            logins.add(entry.who());
            logins.addAll(entry.approvedBy());
        });
        Map<String, String> names = accounts.names(logins);
        return entries.stream().map(entry -> entry(type, entry, names)).toList();
    }

    private RecordSheet.Entry entry(String type, HistoryEntry entry, Map<String, String> names) {
        return new RecordSheet.Entry(
                times.exact(entry.at()),
                Objects.requireNonNull(names.getOrDefault(entry.who(), entry.who())),
                entry.approvedBy().stream()
                        .map(login -> names.getOrDefault(login, login))
                        .collect(Collectors.joining(" · ")),
                labels.reason(entry.why()),
                entry.requestId(),
                entry.kind(),
                values.changes(type, entry.changes()));
    }
}
