package org.mdmhub.web.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links by which somebody comes in who has no password yet: the first administrator while there is nobody, or whom an
 * administrator invited. Used once, for a day; only their hash is kept.
 */
@Component
public class SetUpLinks {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Sessions sessions;
    private final TransactionTemplate transaction;

    SetUpLinks(JdbcClient jdbc, Accounts accounts, Sessions sessions, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sessions = sessions;
        this.transaction = new TransactionTemplate(manager);
    }

    /** 256 random bits as text. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A fresh token, which makes earlier ones void; none where somebody can log in already. */
    public Optional<String> make() {
        if (!accounts.none()) {
            return Optional.empty();
        }
        String token = random();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from set_up_link where login is null").update();
            insert(token, null, null);
        });
        return Optional.of(token);
    }

    /** A fresh token for somebody who is there, which makes his earlier one void; in the caller's transaction. */
    String makeFor(String login, String by) {
        forget(login);
        String token = random();
        insert(token, login, by);
        return token;
    }

    void forget(String login) {
        jdbc.sql("delete from set_up_link where login = ?").param(login).update();
    }

    private void insert(String token, @Nullable String login, @Nullable String by) {
        jdbc.sql("delete from set_up_link where expires_at < now()").update();
        jdbc.sql(
                        "insert into set_up_link (hash, expires_at, login, made_by) values (?, now() + interval '1 day', ?, ?)")
                .params(java.util.Arrays.asList(ApiTokens.hash(token), login, by))
                .update();
    }

    public boolean holds(String token) {
        return jdbc.sql("select count(*) from set_up_link where hash = ? and expires_at > now() and login is null")
                        .param(ApiTokens.hash(token))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whose password the token sets; empty where it was used or is void. */
    public Optional<String> invited(String token) {
        return jdbc.sql("select login from set_up_link where hash = ? and expires_at > now() and login is not null")
                .param(ApiTokens.hash(token))
                .query(String.class)
                .optional();
    }

    /** Makes the first administrator; false where the link was used or is void. */
    public boolean use(String token, String login, String name, String password) {
        return Boolean.TRUE.equals(ChangeReason.setUp("the first administrator")
                .during(() -> transaction.execute(status -> {
                    int used = jdbc.sql(
                                    "delete from set_up_link where hash = ? and expires_at > now() and login is null")
                            .param(ApiTokens.hash(token))
                            .update();
                    if (used == 0 || !accounts.none()) {
                        return false;
                    }
                    accounts.add(login, name, password, Map.of(Role.ADMIN, List.of("GROUP")));
                    return true;
                })));
    }

    /** Sets the password of whom the link invites and ends his sessions; false where it was used or is void. */
    public boolean use(String token, String password) {
        Optional<String> login =
                ChangeReason.declaredWithin(() -> Objects.requireNonNull(transaction.execute(status -> {
                    var used = jdbc.sql(
                                    "delete from set_up_link where hash = ? and expires_at > now() and login is not null"
                                            + " returning login, made_by")
                            .param(ApiTokens.hash(token))
                            .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                            .optional();
                    used.ifPresent(link -> {
                        ChangeReason.administration(
                                        link.getKey(), "by a one-time link that " + link.getValue() + " made")
                                .declare();
                        accounts.password(link.getKey(), password);
                    });
                    return used.map(Map.Entry::getKey);
                })));
        login.ifPresent(sessions::endAll);
        return login.isPresent();
    }
}
