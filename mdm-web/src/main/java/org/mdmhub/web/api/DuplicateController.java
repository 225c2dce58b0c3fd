package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.duplicate.PairDecisions;
import org.mdmhub.duplicate.TakingBack;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.matching.DuplicateScan;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.MasterTypes;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pairs of records that may be the same thing. */
@RestController
@RequestMapping("/api/v1/duplicates")
class DuplicateController {

    private final DuplicatePairs pairs;
    private final PairDecisions decisions;
    private final TakingBack takingBack;
    private final DuplicateScan scans;
    private final MasterTypes types;
    private final Bodies bodies;
    private final Reading reading;
    private final PairViews views;

    DuplicateController(
            DuplicatePairs pairs,
            PairDecisions decisions,
            TakingBack takingBack,
            DuplicateScan scans,
            MasterTypes types,
            Bodies bodies,
            Reading reading,
            PairViews views) {
        this.views = views;
        this.pairs = pairs;
        this.decisions = decisions;
        this.takingBack = takingBack;
        this.scans = scans;
        this.types = types;
        this.bodies = bodies;
        this.reading = reading;
    }

    /** What a pair can be. */
    enum PairStatus {
        OPEN,
        DISMISSED,
        MERGED
    }

    /** Work that has been asked for. */
    record Scan(UUID id) {}

    /** Looks for pairs among all present records. */
    @PostMapping("/scan")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Scan scan(Actor lead) {
        return new Scan(scans.ask(lead.login()));
    }

    record Dismissal(@Nullable String reason) {}

    @GetMapping
    Page<PairViews.View> list(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "OPEN") PairStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor reader) {
        if (type != null && types.find(type).isEmpty()) {
            throw Problem.invalid("/type", "unknownType", type);
        }
        int most = Page.limit(limit);
        UUID after = Page.after(cursor, new UUID(0, 0), UUID::fromString);
        return reading.as(
                reader,
                () -> Page.of(
                        pairs.page(type, status.name(), reader.unitsWith(Right.JUDGE_DUPLICATES), after, most + 1),
                        most,
                        DuplicatePairs.Pair::id,
                        views::of));
    }

    @PostMapping("/{id}/dismiss")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Dismissal.class)))
    PairViews.View dismiss(@PathVariable UUID id, @RequestBody(required = false) byte @Nullable [] body, Actor actor) {
        judged(id, actor);
        String reason = bodies.readOptional(body == null ? new byte[0] : body, Dismissal.class)
                .reason();
        if (reason == null || reason.isBlank() || reason.indexOf('\0') >= 0) {
            throw Problem.invalid("/reason", "required");
        }
        if (reason.length() > 2000) {
            throw Problem.invalid("/reason", "length", "2000");
        }
        if (decisions.dismiss(List.of(id), reason, actor).done().isEmpty()) {
            throw new Problem(HttpStatus.CONFLICT, "state");
        }
        return views.of(judged(id, actor));
    }

    /** Takes one's own last word on a pair back, while there is time for it. */
    @PostMapping("/{id}/reopen")
    PairViews.View reopen(@PathVariable UUID id, Actor actor) {
        if (!judged(id, actor).status().equals(PairStatus.DISMISSED.name())) {
            throw new Problem(HttpStatus.CONFLICT, "state");
        }
        if (!takingBack.reopen(id, actor)) {
            throw new Problem(HttpStatus.CONFLICT, "undoLate");
        }
        return views.of(judged(id, actor));
    }

    private DuplicatePairs.Pair judged(UUID id, Actor actor) {
        return reading.as(
                actor,
                () -> pairs.find(id, actor.unitsWith(Right.JUDGE_DUPLICATES)).orElseThrow(Problem::notFound));
    }
}
