package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.delivery.Lane;
import org.mdmhub.sync.delivery.LaneQuery;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deliveries: where each record stands in each target. */
@RestController
@RequestMapping("/api/v1/deliveries")
class DeliveryController {

    private final Deliveries deliveries;
    private final MasterRecords records;
    private final Bodies bodies;
    private final Reading reading;

    DeliveryController(Deliveries deliveries, MasterRecords records, Bodies bodies, Reading reading) {
        this.deliveries = deliveries;
        this.records = records;
        this.bodies = bodies;
        this.reading = reading;
    }

    record View(
            UUID id,
            String target,
            String type,
            String code,
            int wantedVersion,
            int deliveredVersion,
            String state,
            @Nullable Instant notBefore,
            @Nullable String targetKey,
            int attempts,
            @Nullable String lastOutcome,
            @Nullable String lastError,
            @Nullable Instant nextAttemptAt) {}

    record Skip(@Nullable String reason) {}

    @GetMapping
    Page<View> list(
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) Lane.@Nullable State state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor reader) {
        int most = Page.limit(limit);
        UUID after = Page.after(cursor, new UUID(0, 0), UUID::fromString);
        return reading.as(
                reader,
                () -> Page.of(
                        deliveries.page(new LaneQuery(target, type, state, code, after, most + 1)),
                        most,
                        Lane::id,
                        this::view));
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id, Actor reader) {
        return reading.as(reader, () -> view(lane(id)));
    }

    @PostMapping("/{id}/retry")
    View retry(@PathVariable UUID id, Actor actor) {
        Lane lane = reading.as(actor, () -> lane(id));
        if (!deliveries.retry(lane)) {
            throw new Problem(HttpStatus.CONFLICT, "underway");
        }
        return one(id, actor);
    }

    @PostMapping("/{id}/skip")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Skip.class)))
    View skip(@PathVariable UUID id, @RequestBody(required = false) byte @Nullable [] body, Actor actor) {
        Lane lane = reading.as(actor, () -> lane(id));
        String reason = bodies.readOptional(body == null ? new byte[0] : body, Skip.class)
                .reason();
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("/reason", "required");
        }
        String said = actor.login() + ": " + reason.substring(0, Math.min(1800, reason.length()));
        if (!deliveries.skip(lane, said)) {
            throw new Problem(HttpStatus.CONFLICT, "state");
        }
        return one(id, actor);
    }

    private Lane lane(UUID id) {
        return deliveries.find(id).orElseThrow(Problem::notFound);
    }

    private View view(Lane lane) {
        return new View(
                lane.id(),
                lane.target(),
                lane.type(),
                records.codeOf(lane.recordId()).orElseThrow(Problem::notFound),
                lane.wantedVersion(),
                lane.deliveredVersion(),
                lane.state().name(),
                lane.notBefore(),
                lane.targetKey(),
                lane.attempts(),
                lane.lastOutcome(),
                lane.lastError(),
                lane.nextAttemptAt());
    }
}
