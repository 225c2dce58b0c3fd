package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.bulk.Bulk;
import org.mdmhub.bulk.Bulks;
import org.mdmhub.organisation.Actor;
import org.mdmhub.quality.CleanText;
import org.mdmhub.request.Verdict;
import org.mdmhub.road.RequestReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many decisions asked for at once; each is taken by itself, about the version that is named, and reported. */
@RestController
@RequestMapping("/api/v1")
class BulkController {

    private static final int MAX_COMMENT = 2000;

    private final Bulks bulks;
    private final RequestReader requests;
    private final Bodies bodies;

    BulkController(Bulks bulks, RequestReader requests, Bodies bodies) {
        this.bulks = bulks;
        this.requests = requests;
        this.bodies = bodies;
    }

    /** One request, in the version that was looked at. */
    record ItemBody(@Nullable UUID id, @Nullable Integer version) {}

    /** @param verdict {@code approve} or {@code return}; a return needs a comment */
    record BulkBody(
            @Nullable String verdict,
            @Nullable List<@Nullable ItemBody> items,
            @Nullable String comment) {}

    record Begun(UUID id) {}

    /** What became of one; {@code code} says why it was refused. */
    record Outcome(
            UUID id,
            int version,
            Bulk.State state,
            @Nullable String code) {}

    /** A bulk as it stands; {@code RUNNING} until each item has its outcome. */
    record BulkView(UUID id, String state, String verdict, int total, int done, int refused, List<Outcome> items) {}

    @PostMapping("/change-requests/bulk")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = BulkBody.class)))
    ResponseEntity<Begun> begin(@RequestBody byte[] body, Actor actor) {
        BulkBody asked = bodies.read(body, BulkBody.class);
        Verdict verdict = verdict(asked.verdict());
        String comment = comment(asked.comment(), verdict);
        UUID id = bulks.ask(verdict, items(asked.items(), actor), comment, actor);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/bulks/" + id))
                .body(new Begun(id));
    }

    private static Verdict verdict(@Nullable String said) {
        return switch (String.valueOf(said)) {
            case "approve" -> Verdict.APPROVE;
            case "return" -> Verdict.RETURN;
            default -> throw Problem.invalid("/verdict", "choice", "approve, return");
        };
    }

    private static @Nullable String comment(@Nullable String said, Verdict verdict) {
        if (said == null || said.isBlank()) {
            if (verdict == Verdict.RETURN) {
                throw Problem.invalid("/comment", "required");
            }
            return null;
        }
        if (!CleanText.isStorable(said)) {
            throw Problem.invalid("/comment", "type", "TEXT");
        }
        if (said.codePointCount(0, said.length()) > MAX_COMMENT) {
            throw Problem.invalid("/comment", "length", String.valueOf(MAX_COMMENT));
        }
        return said.strip();
    }

    private List<Bulk.Item> items(@Nullable List<@Nullable ItemBody> sent, Actor actor) {
        if (sent == null || sent.isEmpty() || sent.size() > Bulks.MOST) {
            throw Problem.invalid("/items", "howMany", String.valueOf(Bulks.MOST));
        }
        List<Bulk.Item> items = sent.stream().map(BulkController::item).toList();
        List<UUID> ids = items.stream().map(Bulk.Item::id).toList();
        if (Set.copyOf(ids).size() < ids.size()) {
            throw Problem.invalid("/items", "repeated");
        }
        Set<UUID> seen = new HashSet<>();
        requests.lines(ids, actor).forEach(line -> seen.add(line.request().id()));
        for (int place = 0; place < ids.size(); place++) {
            if (!seen.contains(ids.get(place))) {
                throw Problem.invalid("/items/" + place + "/id", "noSuchRequest");
            }
        }
        return items;
    }

    private static Bulk.Item item(@Nullable ItemBody sent) {
        UUID id = sent == null ? null : sent.id();
        Integer version = sent == null ? null : sent.version();
        if (id == null || version == null) {
            throw Problem.invalid("/items", "required");
        }
        return new Bulk.Item(id, version);
    }

    @GetMapping("/bulks/{id}")
    BulkView report(@PathVariable UUID id, Actor reader) {
        Bulk.Report report = bulks.report(id, reader).orElseThrow(Problem::notFound);
        Bulk bulk = report.bulk();
        return new BulkView(
                bulk.id(),
                bulk.running() ? "RUNNING" : "DONE",
                bulk.verdict() == Verdict.APPROVE ? "approve" : "return",
                bulk.total(),
                bulk.done(),
                bulk.refused(),
                report.results().stream()
                        .map(result -> new Outcome(result.request(), result.version(), result.state(), result.code()))
                        .toList());
    }
}
