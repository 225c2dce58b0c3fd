package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.security.Accounts;
import org.mdmhub.web.security.ApiTokens;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for other systems, made by an administrator. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {

    /** A day more, for who counts a year by the calendar. */
    private static final Duration LONGEST = Duration.ofDays(ApiTokens.MOST_DAYS + 1);

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final Bodies bodies;

    TokenController(ApiTokens tokens, Accounts accounts, Bodies bodies) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.bodies = bodies;
    }

    /** Whose token it will be, the rights that it lends of his (absent: all), and until when, at most a year. */
    record Wanted(
            @Nullable String login,
            @Nullable String name,
            @Nullable Set<Right> rights,
            @Nullable Instant expiresAt) {}

    @PostMapping
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Wanted.class)))
    ResponseEntity<ApiTokens.Made> make(@RequestBody byte[] body, Actor actor) {
        Wanted wanted = bodies.read(body, Wanted.class);
        String login = wanted.login();
        String name = wanted.name();
        Instant expires = wanted.expiresAt();
        if (login == null || !accounts.exists(login)) {
            throw Problem.invalid("/login", login == null ? "required" : "login", String.valueOf(login));
        }
        if (name == null || name.isBlank() || name.length() > ApiTokens.LONGEST_NAME) {
            throw Problem.invalid("/name", "required");
        }
        Instant now = Instant.now();
        if (expires == null || !expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            throw Problem.invalid("/expiresAt", "expiry");
        }
        Set<Right> rights = wanted.rights() == null ? EnumSet.allOf(Right.class) : wanted.rights();
        return ResponseEntity.status(HttpStatus.CREATED).body(tokens.make(login, name, rights, expires, actor.login()));
    }

    @PostMapping("/{id}/revoke")
    ResponseEntity<Void> revoke(@PathVariable UUID id, Actor actor) {
        if (!tokens.revoke(id, actor.login())) {
            throw Problem.notFound();
        }
        return ResponseEntity.noContent().build();
    }
}
