package org.mdmhub.web.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Candidate;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.RequestList;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.mdmhub.source.ForeignKeys;
import org.mdmhub.web.api.Reading;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the demo's masters down the same road as everything else: asked for by one login, approved by another. A load
 * that was cut off goes on where it stopped; the key of each row tells what is there.
 */
@Component
@Profile("demo")
class DemoMasters {

    private static final String SHEETS = "excel";
    private static final Set<String> ABOUT_THE_ROW =
            Set.of("key", "orgUnit", "askedBy", "approvedBy", "secondApproval", "reason");

    private final Road road;
    private final RequestReader reader;
    private final ChangeRequests requests;
    private final ForeignKeys keys;
    private final MasterRecords records;
    private final MasterTypes types;
    private final DemoPeople people;
    private final Reading reading;
    private final JsonMapper json;

    DemoMasters(
            Road road,
            RequestReader reader,
            ChangeRequests requests,
            ForeignKeys keys,
            MasterRecords records,
            MasterTypes types,
            DemoPeople people,
            Reading reading,
            JsonMapper json) {
        this.road = road;
        this.reader = reader;
        this.requests = requests;
        this.keys = keys;
        this.records = records;
        this.types = types;
        this.people = people;
        this.reading = reading;
        this.json = json;
    }

    void load() {
        for (String type : List.of("customers", "products")) {
            Map<String, FieldKind> kinds =
                    types.fields(type).stream().collect(Collectors.toMap(Field::key, Field::kind));
            Sheet.read(type).forEach(row -> master(type, kinds, row));
        }
        Sheet.read("open-requests").forEach(this::waiting);
    }

    private void master(String type, Map<String, FieldKind> kinds, CSVRecord row) {
        String key = row.get("key");
        if (keys.find(SHEETS, type, key).isPresent()) {
            return;
        }
        UUID id = requests.openFrom(SHEETS, key, type).orElseGet(() -> {
            Ask ask = Ask.create(type, row.get("orgUnit"), fields(kinds, row), row.get("reason"));
            return road.ask(ask.from(SHEETS, key), people.actor(row.get("askedBy")));
        });
        approve(id, people.actor(row.get("approvedBy")));
        if (keys.find(SHEETS, type, key).isEmpty()) {
            approve(id, people.actor(row.get("secondApproval")));
        }
    }

    /** What looks the same among the demo data is meant to be found later, by a person. */
    private void approve(UUID id, Actor approver) {
        try {
            road.approve(id, null, List.of(), approver);
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.DUPLICATE) {
                throw e;
            }
            road.approve(id, null, codes(e.candidates()), approver);
        }
    }

    private List<String> codes(List<Candidate> candidates) {
        return reading.asHub(
                "demo",
                () -> candidates.stream()
                        .map(candidate -> candidate.owner().recordId())
                        .filter(id -> id != null)
                        .map(id -> records.codeOf(id).orElseThrow())
                        .toList());
    }

    private Map<String, @Nullable Object> fields(Map<String, FieldKind> kinds, CSVRecord row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        row.toMap().forEach((column, text) -> {
            FieldKind kind = kinds.get(column);
            if (!text.isEmpty() && !ABOUT_THE_ROW.contains(column) && kind != null) {
                fields.put(
                        column,
                        kind == FieldKind.LIST
                                ? json.readValue(text, new TypeReference<List<Map<String, Object>>>() {})
                                : kind.ofText(text));
            }
        });
        return fields;
    }

    private void waiting(CSVRecord row) {
        Actor asker = people.actor(row.get("askedBy"));
        var mine = new RequestList.Query(null, row.get("type"), false, true, new UUID(0, 0), 200);
        boolean there = reader.page(mine, asker).stream()
                .anyMatch(line -> row.get("reason").equals(line.request().wish().reason()));
        if (!there) {
            road.ask(ask(row), asker);
        }
    }

    private Ask ask(CSVRecord row) {
        Map<String, @Nullable Object> fields =
                new HashMap<>(json.readValue(row.get("fields"), new TypeReference<Map<String, Object>>() {}));
        String type = row.get("type");
        ChangeKind kind = ChangeKind.valueOf(row.get("kind"));
        MasterRecord record = kind == ChangeKind.CREATE
                ? null
                : reading.asHub(
                        "demo",
                        () -> records.find(keys.find(SHEETS, type, row.get("recordKey"))
                                        .orElseThrow())
                                .orElseThrow());
        return new Ask(
                type,
                kind,
                record == null ? null : record.code(),
                record == null ? null : record.version(),
                row.get("orgUnit"),
                fields,
                null,
                row.get("reasonCode"),
                row.get("reason"),
                null,
                null,
                true);
    }
}
