package org.mdmhub.web.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The link by which the first administrator comes in: used once, for a day, and only while there is nobody yet. */
@Component
public class SetUpLinks {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    SetUpLinks(JdbcClient jdbc, Accounts accounts, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(manager);
    }

    /** A fresh token, which makes earlier ones void; none where somebody can log in already. */
    public Optional<String> make() {
        if (!accounts.none()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from set_up_link").update();
            jdbc.sql("insert into set_up_link (hash, expires_at) values (?, now() + interval '1 day')")
                    .param(ApiTokens.hash(token))
                    .update();
        });
        return Optional.of(token);
    }

    public boolean holds(String token) {
        return jdbc.sql("select count(*) from set_up_link where hash = ? and expires_at > now()")
                        .param(ApiTokens.hash(token))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Makes the first administrator; false where the link was used or is void. */
    public boolean use(String token, String login, String name, String password) {
        return Boolean.TRUE.equals(ChangeReason.setUp("the first administrator")
                .during(() -> transaction.execute(status -> {
                    int used = jdbc.sql("delete from set_up_link where hash = ? and expires_at > now()")
                            .param(ApiTokens.hash(token))
                            .update();
                    if (used == 0 || !accounts.none()) {
                        return false;
                    }
                    accounts.add(login, name, password, Map.of(Role.ADMIN, List.of("GROUP")));
                    return true;
                })));
    }
}
