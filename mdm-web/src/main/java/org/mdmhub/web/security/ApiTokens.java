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
import org.mdmhub.organisation.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Bearer tokens: 256 random bits, shown once, kept as SHA-256, lending some of their login's rights until a day. */
@Component
public class ApiTokens {

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
    public boolean revoke(UUID id) {
        return jdbc.sql("update api_token set revoked_at = now() where id = ? and revoked_at is null")
                        .param(id)
                        .update()
                > 0;
    }

    Optional<Lent> find(String token) {
        return jdbc.sql("select login, rights from api_token"
                        + " where hash = ? and revoked_at is null and expires_at > now()")
                .param(hash(token))
                .query((row, number) -> new Lent(row.getString("login"), rights(row.getString("rights"))))
                .optional();
    }

    private Set<Right> rights(String text) {
        List<Right> rights = json.readValue(text, new TypeReference<>() {});
        Set<Right> lent = EnumSet.of(Right.BE_LOGGED_IN);
        lent.addAll(rights);
        return lent;
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
