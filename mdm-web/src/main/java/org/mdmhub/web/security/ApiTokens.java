package org.mdmhub.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Bearer tokens: 256 random bits, shown once, kept as SHA-256, lending some of their login's rights until a day. */
@Component
public class ApiTokens {

    /** Days that a token lives at most. */
    public static final int MOST_DAYS = 365;

    /** Characters of a token's name at most. */
    public static final int LONGEST_NAME = 200;

    private static final int BYTES = 32;
    private static final String MARK = "mdm_";
    private static final int PREFIX = 10;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A token just made; its text is never seen again. */
    public record Made(UUID id, String token) {}

    /** Whose token it is and what it lends. */
    record Lent(String login, Set<Right> rights) {}

    /**
     * A token as it is listed.
     *
     * @param prefix the first characters, by which its owner knows it
     * @param used to the minute, null where it never was
     * @param revokedBy login, null while it was not revoked
     */
    public record Listed(
            UUID id,
            String name,
            String prefix,
            List<Right> rights,
            String madeBy,
            Instant made,
            Instant expires,
            @Nullable Instant used,
            @Nullable Instant revoked,
            @Nullable String revokedBy) {

        /** Whether it still lets somebody in. */
        public boolean living() {
            return revoked == null && expires.isAfter(Instant.now());
        }
    }

    public Made make(String login, String name, Set<Right> rights, Instant expires, String by) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into api_token (id, login, name, prefix, hash, rights, created_by, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb, ?, now(), ?)")
                .params(
                        id,
                        login,
                        name,
                        token.substring(0, PREFIX),
                        hash(token),
                        json.writeValueAsString(rights),
                        by,
                        OffsetDateTime.ofInstant(expires, ZoneOffset.UTC))
                .update();
        return new Made(id, token);
    }

    /** False where there is no such living token. */
    public boolean revoke(UUID id, String by) {
        return jdbc.sql("update api_token set revoked_at = now(), revoked_by = ? where id = ? and revoked_at is null")
                        .params(by, id)
                        .update()
                > 0;
    }

    /** False where there is no such living token of this login. */
    public boolean revokeOf(String login, UUID id, String by) {
        return of(login).stream().anyMatch(token -> token.id().equals(id)) && revoke(id, by);
    }

    /** Somebody's tokens, newest first, with those that no longer let anybody in. */
    public List<Listed> of(String login) {
        return jdbc.sql("select * from api_token where login = ? order by created_at desc, id limit 200")
                .param(login)
                .query((row, number) -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("prefix"),
                        rights(row.getString("rights")),
                        row.getString("created_by"),
                        instant(row.getObject("created_at", OffsetDateTime.class)),
                        instant(row.getObject("expires_at", OffsetDateTime.class)),
                        orNull(row.getObject("last_used_at", OffsetDateTime.class)),
                        orNull(row.getObject("revoked_at", OffsetDateTime.class)),
                        row.getString("revoked_by")))
                .list();
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private static @Nullable Instant orNull(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Who brings this token; his use of it is noted once a minute at most. */
    Optional<Lent> find(String token) {
        byte[] hash = hash(token);
        Optional<Found> found = jdbc.sql(
                        "select login, rights, coalesce(last_used_at < now() - interval '1 minute', true) as stale"
                                + " from api_token where hash = ? and revoked_at is null and expires_at > now()")
                .param(hash)
                .query((row, number) ->
                        new Found(row.getString("login"), rights(row.getString("rights")), row.getBoolean("stale")))
                .optional();
        if (found.isPresent() && found.get().stale()) {
            jdbc.sql("update api_token set last_used_at = now() where hash = ?")
                    .param(hash)
                    .update();
        }
        return found.map(Found::lent);
    }

    private record Found(String login, List<Right> rights, boolean stale) {

        private Lent lent() {
            Set<Right> lent = EnumSet.of(Right.BE_LOGGED_IN);
            lent.addAll(rights);
            return new Lent(login, lent);
        }
    }

    private List<Right> rights(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
