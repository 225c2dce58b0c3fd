package org.mdmhub.web.security;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Role;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may come in and what he is where. Read afresh for each call, so that a change of rights holds at once. */
@Component
public class Accounts {

    private final EntityManager entities;
    private final Organisations organisations;
    private final PasswordEncoder passwords;

    Accounts(EntityManager entities, Organisations organisations, PasswordEncoder passwords) {
        this.entities = entities;
        this.organisations = organisations;
        this.passwords = passwords;
    }

    Optional<Account> find(String login) {
        return Optional.ofNullable(entities.find(Account.class, login.toLowerCase(Locale.ROOT)));
    }

    public boolean exists(String login) {
        return find(login).isPresent();
    }

    /** Names of people by login; who is unknown is left out. */
    @Transactional(readOnly = true)
    public Map<String, String> names(Collection<String> logins) {
        Map<String, String> names = new HashMap<>();
        entities.createQuery("from Account where login in :logins", Account.class)
                .setParameter("logins", logins)
                .getResultList()
                .forEach(account -> names.put(account.login(), account.name()));
        return names;
    }

    /** Nobody may come in yet. */
    public boolean none() {
        return entities.createQuery("select count(*) from Account", Long.class).getSingleResult() == 0;
    }

    /** Who somebody is; empty where he is unknown or disabled. */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(String login, @Nullable Set<Right> lent) {
        return find(login).filter(account -> !account.disabled()).map(account -> {
            Map<Role, Set<Integer>> roles = new HashMap<>();
            for (Holding holding : holdings(account.login())) {
                roles.computeIfAbsent(holding.role(), role -> new HashSet<>())
                        .addAll(organisations.below(List.of(holding.orgUnitId())));
            }
            return new Actor(account.login(), roles, lent);
        });
    }

    private List<Holding> holdings(String login) {
        return entities.createQuery("from Holding where login = :login", Holding.class)
                .setParameter("login", login)
                .getResultList();
    }

    /** Lets somebody in; asks for a change reason like every audited write. */
    @Transactional
    public void add(String login, String name, String password, Map<Role, List<String>> roles) {
        String hash = String.valueOf(passwords.encode(password));
        Account account = new Account(login, name, hash, null);
        account.password(hash);
        entities.persist(account);
        roles.forEach((role, units) -> units.forEach(unit -> entities.persist(
                new Holding(login, role, organisations.find(unit).orElseThrow().id()))));
    }

    /** Sets somebody's password; asks for a change reason like every audited write. */
    @Transactional
    public void password(String login, String password) {
        find(login).orElseThrow().password(String.valueOf(passwords.encode(password)));
    }

    /** Whether this is his password. */
    public boolean isPassword(String login, String password) {
        return find(login)
                .filter(account -> passwords.matches(password, account.passwordHash()))
                .isPresent();
    }

    /**
     * Somebody as others may see him.
     *
     * @param language that the administrator chose for him, null where none
     * @param passwordAt when the password was set, null while only a one-time link can set one
     */
    public record Facts(
            String login,
            String name,
            @Nullable String language,
            boolean disabled,
            @Nullable Instant passwordAt) {}

    /** A role held in an organisation, by its number. */
    public record Held(Role role, int unit) {}

    @Transactional(readOnly = true)
    public Optional<Facts> facts(String login) {
        return find(login)
                .map(account -> new Facts(
                        account.login(), account.name(), account.language(), account.disabled(), account.passwordAt()));
    }

    /** What somebody holds, by role. */
    @Transactional(readOnly = true)
    public List<Held> held(String login) {
        return holdings(login).stream()
                .map(holding -> new Held(holding.role(), holding.orgUnitId()))
                .sorted(Comparator.comparing(Held::role).thenComparing(Held::unit))
                .toList();
    }
}
