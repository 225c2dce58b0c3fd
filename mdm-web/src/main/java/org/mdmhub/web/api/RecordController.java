package org.mdmhub.web.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordList;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.source.ForeignKeys;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Masters: list, search, one by one, as they were, and what happened to them. */
@RestController
@RequestMapping("/api/v1")
class RecordController {

    private final MasterTypes types;
    private final RecordList list;
    private final MasterRecords records;
    private final RecordViews views;
    private final History history;
    private final Organisations organisations;
    private final ForeignKeys keys;
    private final Masking masking;
    private final Reading reading;

    RecordController(
            MasterTypes types,
            RecordList list,
            MasterRecords records,
            RecordViews views,
            History history,
            Organisations organisations,
            ForeignKeys keys,
            Masking masking,
            Reading reading) {
        this.types = types;
        this.list = list;
        this.records = records;
        this.views = views;
        this.history = history;
        this.organisations = organisations;
        this.keys = keys;
        this.masking = masking;
        this.reading = reading;
    }

    @GetMapping("/{type}")
    Page<RecordViews.View> list(
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable RecordStatus status,
            @RequestParam(required = false) @Nullable String orgUnit,
            @RequestParam(required = false) @Nullable String updatedSince,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor reader) {
        known(type);
        int most = Page.limit(limit);
        long after = Page.after(cursor, 0L, Long::valueOf);
        Instant since = updatedSince == null ? null : instant("/updatedSince", updatedSince);
        return reading.as(reader, () -> {
            Integer unit = orgUnit == null
                    ? null
                    : organisations.find(orgUnit).map(OrgUnit::id).orElse(-1);
            List<MasterRecord> rows = list.page(new RecordList.Query(type, q, status, unit, since, after, most + 1));
            Map<Long, RecordViews.View> shown = new java.util.HashMap<>();
            List<RecordViews.View> seen = views.of(type, rows, reader);
            for (int i = 0; i < rows.size(); i++) {
                shown.put(rows.get(i).id(), seen.get(i));
            }
            return Page.of(rows, most, MasterRecord::id, row -> java.util.Objects.requireNonNull(shown.get(row.id())));
        });
    }

    @GetMapping("/{type}/{code}")
    ResponseEntity<RecordViews.View> one(
            @PathVariable String type,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String asOf,
            Actor reader) {
        known(type);
        Instant instant = asOf == null ? null : instant("/asOf", asOf);
        return reading.as(reader, () -> {
            MasterRecord now = records.find(type, code).orElseThrow(Problem::notFound);
            MasterRecord then = instant == null
                    ? now
                    : history.asOf(type, now.id(), instant).orElseThrow(Problem::notFound);
            return ResponseEntity.ok().eTag("\"" + then.version() + "\"").body(views.of(type, then, reader));
        });
    }

    @GetMapping("/{type}/{code}/history")
    Page<Entry> history(
            @PathVariable String type,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor reader) {
        known(type);
        int most = Page.limit(limit);
        long before = Page.after(cursor, Long.MAX_VALUE, Long::valueOf);
        return reading.as(reader, () -> {
            MasterRecord record = records.find(type, code).orElseThrow(Problem::notFound);
            Mask mask = masking.of(reader, type, record);
            List<HistoryEntry> entries = history.of(type, record.id(), before, most + 1);
            return Page.of(entries, most, HistoryEntry::revision, entry -> Entry.of(entry, mask));
        });
    }

    @GetMapping("/keys/{system}/{key}")
    RecordViews.View byKey(
            @PathVariable String system, @PathVariable String key, @RequestParam String type, Actor reader) {
        known(type);
        return reading.as(reader, () -> {
            long id = keys.find(system, type, key).orElseThrow(Problem::notFound);
            return views.of(type, records.find(id).orElseThrow(Problem::notFound), reader);
        });
    }

    private void known(String type) {
        if (types.find(type).isEmpty()) {
            throw Problem.notFound();
        }
    }

    /** RFC 3339; a {@code +} of an offset that came as a blank is meant as it was written. */
    private static Instant instant(String pointer, String text) {
        try {
            return java.time.OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed", List.of(Finding.error(pointer, "malformed")));
        }
    }

    /** One applied change. */
    record Entry(
            long revision,
            Instant at,
            String who,
            List<String> approvedBy,
            String why,
            @Nullable UUID requestId,
            String kind,
            @Nullable UUID mergeId,
            String status,
            List<Change> changes) {

        private static Entry of(HistoryEntry entry, Mask mask) {
            return new Entry(
                    entry.revision(),
                    entry.at(),
                    entry.who(),
                    entry.approvedBy(),
                    entry.why(),
                    entry.requestId(),
                    entry.kind(),
                    entry.mergeId(),
                    entry.status().name(),
                    entry.changes().stream()
                            .map(change -> Change.of(change, mask))
                            .toList());
        }
    }
}
