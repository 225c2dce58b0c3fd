package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.FieldApproval;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions on change requests: approve, return, reject. */
@RestController
@RequestMapping("/api/v1/change-requests/{id}")
class DecisionController {

    private final Road road;
    private final FieldApproval partly;
    private final RequestReader reader;
    private final RequestViews views;
    private final DifferenceViews differences;
    private final Bodies bodies;

    DecisionController(
            Road road,
            FieldApproval partly,
            RequestReader reader,
            RequestViews views,
            DifferenceViews differences,
            Bodies bodies) {
        this.differences = differences;
        this.road = road;
        this.partly = partly;
        this.reader = reader;
        this.views = views;
        this.bodies = bodies;
    }

    /** What is said with a decision; {@code fields} of an approval are those that are approved by themselves. */
    record Said(
            @Nullable String comment,
            @Nullable List<String> fields,
            @Nullable List<String> distinctFrom) {

        List<String> named() {
            if (fields == null) {
                return List.of();
            }
            if (fields.contains(null)) {
                throw Problem.invalid("/fields", "type", "TEXT");
            }
            return fields;
        }
    }

    @PostMapping("/approve")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = Said.class)))
    ResponseEntity<RequestViews.Approved> approve(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor) {
        Said said = said(id, body, actor);
        List<String> distinct = said.distinctFrom();
        FieldApproval.Approved approved = partly.approve(
                id, seen(ifMatch), said.comment(), distinct == null ? List.of() : distinct, said.named(), actor);
        if (approved.status() == ChangeStatus.CONFLICT) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "conflict",
                    moved(id, actor),
                    Map.of(
                            "differences",
                            differences.of(reader.detail(id, actor).line().request(), actor)));
        }
        RequestReader.Detail detail = reader.detail(id, actor);
        boolean some = !said.named().isEmpty();
        return ResponseEntity.ok()
                .eTag(RequestController.etag(detail))
                .body(new RequestViews.Approved(
                        views.view(detail, actor),
                        some ? approved.applied() : null,
                        some ? approved.remainder() : null));
    }

    @PostMapping("/return")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = Said.class)))
    ResponseEntity<RequestViews.View> sendBack(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor) {
        Said said = said(id, body, actor);
        road.sendBack(id, seen(ifMatch), said.comment(), said.named(), actor);
        return show(id, actor);
    }

    @PostMapping("/reject")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = Said.class)))
    ResponseEntity<RequestViews.View> reject(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor) {
        Said said = said(id, body, actor);
        road.reject(id, seen(ifMatch), said.comment(), actor);
        return show(id, actor);
    }

    /** A decision may name the version that was looked at; another one is then answered 412. */
    private static @Nullable Integer seen(@Nullable String ifMatch) {
        return ifMatch == null ? null : RequestController.version(ifMatch);
    }

    /** What cannot be seen is not there, and four eyes hold, before a body is even looked at. */
    private Said said(UUID id, byte @Nullable [] body, Actor actor) {
        RequestReader.Detail detail = reader.detail(id, actor);
        if (detail.fourEyes()) {
            throw new Problem(HttpStatus.FORBIDDEN, "fourEyes");
        }
        return bodies.readOptional(body == null ? new byte[0] : body, Said.class);
    }

    private List<Finding> moved(UUID id, Actor actor) {
        return reader.detail(id, actor).line().request().conflicts().stream()
                .map(field -> Finding.error("/fields/" + field, "moved", field))
                .toList();
    }

    private ResponseEntity<RequestViews.View> show(UUID id, Actor actor) {
        RequestReader.Detail detail = reader.detail(id, actor);
        return ResponseEntity.ok().eTag(RequestController.etag(detail)).body(views.view(detail, actor));
    }
}
