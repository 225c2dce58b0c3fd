package org.mdmhub.web.security;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an administrator does to people. Each deed is a transaction of its own, in the history under his login. */
@Component
public class Administration {

    private static final long ADMINISTRATORS = 0x6d646d2d61646dL;

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SetUpLinks links;
    private final Sessions sessions;
    private final LoginThrottle throttle;
    private final TransactionTemplate transaction;

    Administration(
            EntityManager entities,
            JdbcClient jdbc,
            Accounts accounts,
            PasswordEncoder passwords,
            SetUpLinks links,
            Sessions sessions,
            LoginThrottle throttle,
            PlatformTransactionManager manager) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.sessions = sessions;
        this.throttle = throttle;
        this.transaction = new TransactionTemplate(manager);
    }

    /** A new user and the one-time link by which he sets his password; empty where the login is taken. */
    public Optional<String> create(String login, String name, @Nullable String language, String by) {
        String unknown = String.valueOf(passwords.encode(SetUpLinks.random()));
        return during(by, "a new user", () -> {
            lockAdministrators();
            if (accounts.exists(login)) {
                return Optional.empty();
            }
            Account account = new Account(login, name, unknown, language);
            account.linkMade();
            entities.persist(account);
            entities.flush();
            return Optional.of(links.makeFor(login, by));
        });
    }

    /** A fresh one-time link; earlier ones of this user are void. */
    public String link(String login, String by) {
        return during(by, "a one-time link", () -> {
            locked(login).linkMade();
            return links.makeFor(login, by);
        });
    }

    public void call(String login, String name, @Nullable String language, String by) {
        change(login, by, "name or language", account -> account.call(name, language));
    }

    /** @throws LastAdministrator where nobody else could administer */
    public void disable(String login, String by) {
        during(by, "disabled", () -> {
            lockAdministrators();
            locked(login).disable(true);
            requireAdministrator();
            links.forget(login);
            return true;
        });
        sessions.endAll(login);
    }

    public void enable(String login, String by) {
        change(login, by, "enabled", account -> account.disable(false));
    }

    public void endSessions(String login, String by) {
        change(login, by, "sessions ended", Account::sessionsEnded);
        sessions.endAll(login);
    }

    /** Lifts the wait after failed logins. */
    public void unlock(String login, String by) {
        change(login, by, "unlocked", Account::unlocked);
        throttle.unlock(login);
    }

    /** Until when his logins have to wait; null where they do not. */
    public @Nullable Instant waitsUntil(String login) {
        return throttle.waitsUntil(login);
    }

    /** Nothing happens where he holds it already. */
    public void grant(String login, Role role, int unit, String by) {
        during(by, "a role granted", () -> {
            locked(login);
            if (entities.find(Holding.class, new Holding.Key(login, role, unit)) == null) {
                entities.persist(new Holding(login, role, unit));
            }
            return true;
        });
    }

    /** @throws LastAdministrator where nobody else could administer */
    public void withdraw(String login, Role role, int unit, String by) {
        during(by, "a role withdrawn", () -> {
            lockAdministrators();
            Holding held = entities.find(Holding.class, new Holding.Key(login, role, unit));
            if (held != null) {
                entities.remove(held);
                requireAdministrator();
            }
            return true;
        });
    }

    private void change(String login, String by, String why, Consumer<Account> deed) {
        during(by, why, () -> {
            deed.accept(locked(login));
            return true;
        });
    }

    /** @throws NoSuchElementException where there is nobody of that login */
    private Account locked(String login) {
        return Optional.ofNullable(entities.find(Account.class, login, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow();
    }

    private <T> T during(String by, String why, java.util.function.Supplier<T> deed) {
        return ChangeReason.administration(by, why)
                .during(() -> java.util.Objects.requireNonNull(transaction.execute(status -> deed.get())));
    }

    /** Two who shut each other out at the same time come one after the other. */
    private void lockAdministrators() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(ADMINISTRATORS)
                .query((row, number) -> true)
                .single();
    }

    /** Counts only those who can log in: an invited one who never came could let nobody in. */
    private void requireAdministrator() {
        entities.flush();
        boolean none = jdbc.sql("select not exists (select from user_role join app_user using (login)"
                        + " where role = 'ADMIN' and not disabled and password_at is not null)")
                .query(Boolean.class)
                .single();
        if (none) {
            throw new LastAdministrator();
        }
    }
}
