package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.road.RequestReader;
import org.mdmhub.talk.Talk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Comments on a change request, watching and urging. None of it writes into the request or changes its ETag. */
@RestController
@RequestMapping("/api/v1/change-requests/{id}")
class TalkController {

    private final Talk talk;
    private final RequestReader reader;
    private final RequestViews views;
    private final Bodies bodies;

    TalkController(Talk talk, RequestReader reader, RequestViews views, Bodies bodies) {
        this.talk = talk;
        this.reader = reader;
        this.views = views;
        this.bodies = bodies;
    }

    /** A comment; {@code field} is null where it is on the whole request. */
    record Said(@Nullable String text, @Nullable String field) {}

    /** What an urge did. */
    record Urged(UUID id, int told, Instant at) {}

    @PostMapping("/comments")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Said.class)))
    ResponseEntity<RequestViews.View> comment(
            @PathVariable UUID id, @RequestBody(required = false) byte @Nullable [] body, Actor actor) {
        reader.detail(id, actor);
        Said said = bodies.read(body == null ? new byte[0] : body, Said.class);
        talk.comment(id, said.field(), said.text(), actor);
        RequestReader.Detail detail = reader.detail(id, actor);
        return ResponseEntity.created(URI.create("/api/v1/change-requests/" + id))
                .eTag(RequestController.etag(detail))
                .body(views.view(detail, actor));
    }

    @PostMapping("/urge")
    Urged urge(@PathVariable UUID id, Actor actor) {
        return new Urged(id, talk.urge(id, actor), Instant.now());
    }

    @PostMapping("/watch")
    ResponseEntity<RequestViews.View> watch(@PathVariable UUID id, Actor actor) {
        return watching(id, true, actor);
    }

    @PostMapping("/unwatch")
    ResponseEntity<RequestViews.View> unwatch(@PathVariable UUID id, Actor actor) {
        return watching(id, false, actor);
    }

    private ResponseEntity<RequestViews.View> watching(UUID id, boolean watching, Actor actor) {
        talk.watch(id, watching, actor);
        RequestReader.Detail detail = reader.detail(id, actor);
        return ResponseEntity.ok().eTag(RequestController.etag(detail)).body(views.view(detail, actor));
    }
}
