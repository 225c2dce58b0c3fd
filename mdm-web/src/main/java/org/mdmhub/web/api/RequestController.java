package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.RequestList;
import org.mdmhub.road.Edit;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Change requests: ask, edit, submit, withdraw. What others decide on them is {@link DecisionController}. */
@RestController
@RequestMapping("/api/v1/change-requests")
class RequestController {

    private final Road road;
    private final RequestReader reader;
    private final RequestViews views;
    private final Bodies bodies;

    RequestController(Road road, RequestReader reader, RequestViews views, Bodies bodies) {
        this.road = road;
        this.reader = reader;
        this.views = views;
        this.bodies = bodies;
    }

    /** What an edit replaces; absent parts stay. */
    record EditBody(
            @Nullable Map<String, @Nullable Object> fields,
            @Nullable Integer baseVersion,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String effectiveFrom,
            AskBody.@Nullable Merge merge) {}

    @PostMapping
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = AskBody.class)))
    ResponseEntity<RequestViews.View> ask(@RequestBody byte[] body, Actor actor) {
        UUID id = road.ask(bodies.read(body, AskBody.class).ask(), actor);
        RequestReader.Detail detail = reader.detail(id, actor);
        return ResponseEntity.created(URI.create("/api/v1/change-requests/" + id))
                .eTag(etag(detail))
                .body(views.view(detail, actor));
    }

    @GetMapping
    Page<RequestViews.Line> list(
            @RequestParam(required = false) @Nullable ChangeStatus status,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        if (assignee != null && !assignee.equals("me")) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed", List.of(Finding.error("/assignee", "choice", "me")));
        }
        int most = Page.limit(limit);
        UUID after = Page.after(cursor, new UUID(0, 0), UUID::fromString);
        var query = new RequestList.Query(status, type, assignee != null, false, after, most + 1);
        return Page.of(reader.page(query, actor), most, line -> line.request().id(), views::line);
    }

    @GetMapping("/{id}")
    ResponseEntity<RequestViews.View> one(@PathVariable UUID id, Actor actor) {
        return show(id, actor);
    }

    @PutMapping("/{id}")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = EditBody.class)))
    ResponseEntity<RequestViews.View> edit(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor) {
        reader.detail(id, actor);
        if (ifMatch == null) {
            throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "ifMatch");
        }
        EditBody edit = bodies.read(body == null ? new byte[0] : body, EditBody.class);
        road.edit(
                id,
                version(ifMatch),
                new Edit(
                        edit.fields(),
                        edit.baseVersion(),
                        edit.reasonCode(),
                        edit.reason(),
                        AskBody.instant(edit.effectiveFrom()),
                        edit.merge() == null ? null : edit.merge().said()),
                actor);
        return show(id, actor);
    }

    @PostMapping("/{id}/submit")
    ResponseEntity<RequestViews.View> submit(@PathVariable UUID id, Actor actor) {
        road.submit(id, actor);
        return show(id, actor);
    }

    @PostMapping("/{id}/withdraw")
    ResponseEntity<RequestViews.View> withdraw(@PathVariable UUID id, Actor actor) {
        road.withdraw(id, actor);
        return show(id, actor);
    }

    private ResponseEntity<RequestViews.View> show(UUID id, Actor actor) {
        RequestReader.Detail detail = reader.detail(id, actor);
        return ResponseEntity.ok().eTag(etag(detail)).body(views.view(detail, actor));
    }

    static String etag(RequestReader.Detail detail) {
        ChangeRequest request = detail.line().request();
        return "\"" + request.version() + "\"";
    }

    /** A mark that cannot be one of ours is simply not the present one. */
    static int version(String ifMatch) {
        String mark = ifMatch.strip().replaceAll("^\"|\"$", "");
        return mark.matches("\\d{1,9}") ? Integer.parseInt(mark) : -1;
    }
}
