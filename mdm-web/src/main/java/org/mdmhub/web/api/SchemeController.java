package org.mdmhub.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.CodingScheme;
import org.mdmhub.coding.SchemeKey;
import org.mdmhub.coding.Schemes;
import org.mdmhub.coding.Simulations;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Coding schemes: what holds, what another one would do, and asking for it. */
@RestController
@RequestMapping("/api/v1/coding-schemes/{type}")
class SchemeController {

    private static final String TYPE = "coding-schemes";

    private final Schemes schemes;
    private final Simulations simulations;
    private final Road road;
    private final RequestReader reader;
    private final RequestViews views;
    private final Bodies bodies;

    SchemeController(
            Schemes schemes,
            Simulations simulations,
            Road road,
            RequestReader reader,
            RequestViews views,
            Bodies bodies) {
        this.schemes = schemes;
        this.simulations = simulations;
        this.road = road;
        this.reader = reader;
        this.views = views;
        this.bodies = bodies;
    }

    /** A scheme as it holds; what is as always is left out. {@code next} is a version that is still to come. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scheme(
            int version,
            List<Map<String, Object>> segments,
            @Nullable Object adopt,
            @Nullable Object issuing,
            @Nullable Object reserved,
            @Nullable Instant activeFrom,
            @Nullable Scheme next) {

        static Scheme of(CodingScheme scheme, @Nullable Instant activeFrom, @Nullable Scheme next) {
            FieldValues content = scheme.content().values();
            return new Scheme(
                    scheme.version(),
                    scheme.settings(),
                    content.get("adopt"),
                    content.get("issuing"),
                    content.get("reserved"),
                    activeFrom,
                    next);
        }
    }

    /** A scheme as it is wished for; a part that is missing is as always. */
    record Wished(
            @Nullable Object segments,
            @Nullable Object adopt,
            @Nullable Object issuing,
            @Nullable Object reserved,
            @Nullable Object activeFrom,
            @Nullable String reason,
            @Nullable Object version) {

        Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("segments", segments);
            fields.put("adopt", adopt);
            fields.put("issuing", issuing);
            fields.put("reserved", reserved);
            fields.put("activeFrom", activeFrom);
            return fields;
        }
    }

    private static final String HIDDEN = "\u2022\u2022\u2022\u2022";

    record Simulated(List<String> nextCodes, long capacityLeft, List<Simulations.Collision> collisions) {}

    @GetMapping
    ResponseEntity<Scheme> scheme(@PathVariable String type, Actor actor) {
        SchemeKey key = SchemeKey.parse(type);
        CodingScheme newest = schemes.newest(key).orElseThrow(Problem::notFound);
        Instant now = Instant.now();
        CodingScheme holds = schemes.inForce(key, now).orElse(newest);
        Scheme next = newest.version() == holds.version() ? null : Scheme.of(newest, newest.activeFrom(), null);
        return ResponseEntity.ok().eTag(mark(newest)).body(Scheme.of(holds, null, next));
    }

    @PutMapping
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Wished.class)))
    ResponseEntity<RequestViews.View> ask(
            @PathVariable String type,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor) {
        CodingScheme newest = schemes.newest(SchemeKey.parse(type)).orElseThrow(Problem::notFound);
        if (ifMatch == null) {
            throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "ifMatch");
        }
        Wished wished = bodies.read(body == null ? new byte[0] : body, Wished.class);
        List<Finding> findings = simulated(type, wished, actor).findings();
        if (findings.stream().anyMatch(Finding::stops)) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", findings);
        }
        if (!ifMatch.strip().equals(mark(newest))) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        UUID id = road.ask(
                Ask.setting(
                        TYPE,
                        ChangeKind.UPDATE,
                        type,
                        newest.version(),
                        wished.fields(),
                        Objects.requireNonNullElse(wished.reason(), "")),
                actor);
        RequestReader.Detail detail = reader.detail(id, actor);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/change-requests/" + id))
                .eTag(RequestController.etag(detail))
                .body(views.view(detail, actor));
    }

    @PostMapping("/simulate")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Wished.class)))
    Simulated simulate(@PathVariable String type, @RequestBody byte[] body, Actor actor) {
        if (schemes.newest(SchemeKey.parse(type)).isEmpty()) {
            throw Problem.notFound();
        }
        Simulations.Outcome outcome = simulated(type, bodies.read(body, Wished.class), actor);
        if (outcome.nextCodes().isEmpty() && !outcome.findings().isEmpty()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", outcome.findings());
        }
        return new Simulated(outcome.nextCodes(), outcome.capacityLeft(), shown(outcome.collisions(), actor));
    }

    /** Codes and keys of all organisations are for those alone who define what holds for all; others learn that there are some. */
    private static List<Simulations.Collision> shown(List<Simulations.Collision> collisions, Actor actor) {
        return actor.may(Right.DEFINE)
                ? collisions
                : collisions.stream()
                        .map(collision -> new Simulations.Collision(HIDDEN, collision.with()))
                        .distinct()
                        .toList();
    }

    private Simulations.Outcome simulated(String type, Wished wished, Actor actor) {
        SchemeKey key = SchemeKey.parse(type);
        FieldValues values = FieldValues.exact(wished.fields());
        return simulations.of(key, values, "", simulations.sample(key, actor.units()));
    }

    private static String mark(CodingScheme scheme) {
        return "\"" + scheme.version() + "\"";
    }
}
