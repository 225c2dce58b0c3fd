package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.quality.CleanText;
import org.mdmhub.request.Delegation;
import org.mdmhub.request.Delegations;
import org.mdmhub.road.Reassigning;
import org.mdmhub.road.RequestReader;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who decides for whom while somebody is away, and steps that were given to one person. */
@RestController
@RequestMapping("/api/v1")
class DelegationController {

    private final Delegations delegations;
    private final Reassigning reassigning;
    private final RequestReader reader;
    private final RequestViews views;
    private final Bodies bodies;
    private final Reading reading;

    DelegationController(
            Delegations delegations,
            Reassigning reassigning,
            RequestReader reader,
            RequestViews views,
            Bodies bodies,
            Reading reading) {
        this.delegations = delegations;
        this.reassigning = reassigning;
        this.reader = reader;
        this.views = views;
        this.bodies = bodies;
        this.reading = reading;
    }

    /** A delegation; both days included. */
    record View(
            long id,
            String lender,
            String substitute,
            LocalDate from,
            LocalDate until,
            String reason,
            String createdBy,
            Instant createdAt,
            @Nullable Instant revokedAt) {}

    /** Whom somebody names; {@code lender} is the caller where it is missing. */
    record LoanBody(
            @Nullable String lender,
            @Nullable String substitute,
            @Nullable String from,
            @Nullable String until,
            @Nullable String reason) {}

    record GiveBody(
            @Nullable Integer step,
            @Nullable String to,
            @Nullable String reason) {}

    /** What the caller lends or was lent; of somebody else for administrators. */
    @GetMapping("/delegations")
    Page<View> list(@RequestParam(required = false) @Nullable String login, Actor actor) {
        String whose = Objects.requireNonNullElse(login, actor.login());
        if (!whose.equals(actor.login()) && !actor.may(Right.ADMINISTER)) {
            throw new Problem(HttpStatus.FORBIDDEN, "forbidden");
        }
        return new Page<>(
                reading.as(actor, () -> delegations.of(whose)).stream()
                        .map(DelegationController::view)
                        .toList(),
                null);
    }

    @PostMapping("/delegations")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = LoanBody.class)))
    ResponseEntity<View> lend(@RequestBody byte[] body, Actor actor) {
        LoanBody said = bodies.read(body, LoanBody.class);
        String lender = Objects.requireNonNullElse(said.lender(), actor.login());
        var loan = new Delegations.Loan(
                text("/lender", lender),
                text("/substitute", said.substitute()),
                day("/from", said.from()),
                day("/until", said.until()),
                text("/reason", said.reason()));
        long id = delegations.lend(loan, actor);
        View view = reading.as(actor, () -> delegations.of(lender)).stream()
                .filter(one -> one.id() == id)
                .map(DelegationController::view)
                .findFirst()
                .orElseThrow();
        return ResponseEntity.created(URI.create("/api/v1/delegations")).body(view);
    }

    @PostMapping("/delegations/{id}/revoke")
    ResponseEntity<Void> revoke(@PathVariable String id, Actor actor) {
        if (!id.matches("\\d{1,18}") || !delegations.revoke(Long.parseLong(id), actor)) {
            throw Problem.notFound();
        }
        return ResponseEntity.ok().build();
    }

    @PostMapping("/change-requests/{id}/reassign")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = GiveBody.class)))
    ResponseEntity<RequestViews.View> reassign(@PathVariable UUID id, @RequestBody byte[] body, Actor actor) {
        reader.detail(id, actor);
        GiveBody said = bodies.read(body, GiveBody.class);
        reassigning.reassign(id, said.step(), text("/to", said.to()), said.reason(), actor);
        RequestReader.Detail detail = reader.detail(id, actor);
        return ResponseEntity.ok().eTag(RequestController.etag(detail)).body(views.view(detail, actor));
    }

    /** Steps of the request that were given to one person, oldest first. */
    @GetMapping("/change-requests/{id}/reassignments")
    Page<Reassigning.Given> given(@PathVariable UUID id, Actor actor) {
        reader.detail(id, actor);
        return new Page<>(reading.as(actor, () -> reassigning.of(id)), null);
    }

    private static String text(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(pointer, "required");
        }
        if (!CleanText.isStorable(text)) {
            throw Problem.invalid(pointer, "type", "TEXT");
        }
        return text.strip();
    }

    private static LocalDate day(String pointer, @Nullable String text) {
        try {
            return LocalDate.parse(text(pointer, text));
        } catch (DateTimeException e) {
            throw Problem.invalid(pointer, "type", "DATE");
        }
    }

    private static View view(Delegation one) {
        return new View(
                one.id(),
                one.lender(),
                one.substitute(),
                one.from(),
                one.until(),
                one.reason(),
                one.createdBy(),
                one.createdAt(),
                one.revokedAt());
    }
}
