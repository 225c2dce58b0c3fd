package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Job;
import org.mdmhub.mass.MassChange;
import org.mdmhub.mass.MassChanges;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordList;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.Step;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Some fields of all records of a list as one task: previewed, submitted as it was shown, decided on through
 * {@code /change-requests} by somebody else, then done record by record.
 */
@RestController
@RequestMapping("/api/v1/mass-changes")
class MassController {

    private static final int SHOWN = 1000;
    private static final int LAST = 50;

    private final MassChanges changes;
    private final MassFilter filters;
    private final MasterRecords records;
    private final Masking masking;
    private final Bodies bodies;
    private final Reading reading;
    private final Texts texts;

    MassController(
            MassChanges changes,
            MassFilter filters,
            MasterRecords records,
            Masking masking,
            Bodies bodies,
            Reading reading,
            Texts texts) {
        this.changes = changes;
        this.filters = filters;
        this.records = records;
        this.masking = masking;
        this.bodies = bodies;
        this.reading = reading;
        this.texts = texts;
    }

    /** {@code fields}: key, or path as {@code views[salesOwner=zhang.wei].salesOwner}, to value; null clears. */
    record Body(
            @Nullable String type,
            @Nullable Map<String, @Nullable Object> filter,
            @Nullable Map<String, @Nullable Object> fields) {}

    record SubmitBody(@Nullable String hash, @Nullable String reason) {}

    record Sample(String code, @Nullable String name, List<Change> diff) {}

    record Told(Texts.Said finding, int records, String firstCode) {}

    /** {@code id} and {@code hash} are null where no record would change. */
    record Preview(
            @Nullable String id,
            @Nullable String hash,
            int looked,
            int count,
            int unchanged,
            int notYours,
            int wrong,
            List<Step> steps,
            List<Sample> samples,
            List<Told> findings) {}

    record Begun(String id, UUID requestId) {}

    record View(
            String id,
            String type,
            Map<String, Object> filter,
            Map<String, @Nullable Object> fields,
            String hash,
            String requestedBy,
            Instant createdAt,
            @Nullable UUID requestId,
            @Nullable String status,
            @Nullable String state,
            int total,
            int done,
            Map<String, Integer> counts,
            @Nullable Instant finishedAt) {}

    /** What the gate said of a record; what its reader may not see is covered. */
    record Why(String pointer, String code, List<String> args) {

        static Why of(Finding finding) {
            return new Why(finding.pointer(), finding.code(), finding.args());
        }
    }

    record Item(String code, String state, @Nullable UUID requestId, List<Why> findings) {}

    @PostMapping
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Body.class)))
    Preview preview(@RequestBody byte[] raw, Actor actor) {
        Body body = bodies.read(raw, Body.class);
        String type = body.type();
        if (type == null) {
            throw Problem.invalid("/type", "required");
        }
        Map<String, @Nullable Object> filter = body.filter() == null ? Map.of() : body.filter();
        MassFilter.Read read = filters.read(type, filter);
        RecordList.Query query = read.query();
        if (query == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", read.findings());
        }
        MassChanges.Preview shown = guarded(() -> changes.preview(
                query,
                org.mdmhub.record.FieldValues.of(filter).asMap(),
                body.fields() == null ? Map.of() : body.fields(),
                actor));
        return preview(type, shown, actor);
    }

    private static <T> T guarded(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (MassChanges.Wrong e) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", e.findings());
        }
    }

    private Preview preview(String type, MassChanges.Preview shown, Actor actor) {
        MassChange change = shown.change();
        return new Preview(
                change == null ? null : change.key(),
                change == null ? null : change.hash(),
                shown.looked(),
                change == null ? 0 : change.total(),
                shown.unchanged(),
                shown.notYours(),
                shown.wrong(),
                change == null ? List.of() : change.steps(),
                shown.samples().stream()
                        .map(sample -> new Sample(
                                sample.code(),
                                sample.name(),
                                sample.changes().stream()
                                        .map(one -> Change.of(one, masking.of(actor, type, sample.unit())))
                                        .toList()))
                        .toList(),
                shown.told().stream()
                        .map(one -> new Told(
                                texts.said(List.of(masking.of(actor, type, one.unit())
                                                .covered(one.finding())))
                                        .get(0),
                                one.records(),
                                one.firstCode()))
                        .toList());
    }

    @PostMapping("/{id}/submit")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = SubmitBody.class)))
    ResponseEntity<Begun> submit(@PathVariable UUID id, @RequestBody byte[] raw, Actor actor) {
        SubmitBody body = bodies.read(raw, SubmitBody.class);
        guard(id, actor);
        String hash = body.hash();
        if (hash == null) {
            throw Problem.invalid("/hash", "required");
        }
        UUID request =
                guarded(() -> changes.submit(id.toString(), hash, body.reason() == null ? "" : body.reason(), actor));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/change-requests/" + request))
                .body(new Begun(id.toString(), request));
    }

    /** Who may not see it learns nothing of it. */
    private void guard(UUID id, Actor reader) {
        if (changes.find(id.toString(), reader).isEmpty()) {
            throw Problem.notFound();
        }
    }

    @GetMapping
    Page<View> list(Actor reader) {
        return new Page<>(
                changes.last(reader, LAST).stream().map(MassController::view).toList(), null);
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id, Actor reader) {
        return changes.find(id.toString(), reader).map(MassController::view).orElseThrow(Problem::notFound);
    }

    private static View view(MassChanges.Standing standing) {
        MassChange change = standing.change();
        ChangeRequest request = standing.request();
        Job job = standing.job();
        return new View(
                change.key(),
                change.type(),
                change.filter(),
                change.fields(),
                change.hash(),
                change.createdBy(),
                change.createdAt(),
                change.request(),
                request == null ? null : request.status().name(),
                job == null ? null : job.state().name(),
                change.total(),
                standing.done(),
                standing.counts(),
                change.finishedAt());
    }

    /** Records of it, the first 1,000; {@code state} narrows to what became of them. */
    @GetMapping("/{id}/items")
    Page<Item> items(@PathVariable UUID id, @RequestParam(required = false) @Nullable String state, Actor reader) {
        if (state != null && !state.matches("[A-Z]{1,20}")) {
            throw Problem.invalid("/state", "choice");
        }
        MassChange change = changes.find(id.toString(), reader)
                .orElseThrow(Problem::notFound)
                .change();
        List<MassChange.Item> items = changes.items(id.toString(), state, SHOWN);
        return reading.as(
                reader,
                () -> new Page<>(
                        items.stream()
                                .flatMap(item -> records
                                        .find(item.record())
                                        .map(record -> item(item, record, masking.of(reader, change.type(), record)))
                                        .stream())
                                .toList(),
                        null));
    }

    private static Item item(MassChange.Item item, MasterRecord record, Mask mask) {
        return new Item(
                record.code(),
                item.state(),
                item.request(),
                item.findings().stream().map(mask::covered).map(Why::of).toList());
    }

    @PostMapping("/{id}/cancel")
    View cancel(@PathVariable UUID id, Actor actor) {
        guard(id, actor);
        if (!changes.cancel(id.toString(), actor)) {
            throw new Problem(HttpStatus.CONFLICT, "state");
        }
        return one(id, actor);
    }
}
