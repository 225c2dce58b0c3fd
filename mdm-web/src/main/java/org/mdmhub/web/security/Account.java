package org.mdmhub.web.security;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Somebody who may come in. What is done to him leaves its instant here, so that his history tells it. */
@Entity
@Audited
@Table(name = "app_user")
@SuppressWarnings("UnusedVariable") // some instants are read in the history only
class Account {

    @Id
    private String login;

    private String name;

    @NotAudited
    private String passwordHash;

    private @Nullable String language;
    private boolean disabled;
    private @Nullable Instant passwordAt;
    private @Nullable Instant linkAt;
    private @Nullable Instant sessionsEndedAt;
    private @Nullable Instant unlockedAt;

    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** @param passwordHash of a password that nobody knows where only a one-time link can set one */
    Account(String login, String name, String passwordHash, @Nullable String language) {
        this.login = login;
        this.name = name;
        this.passwordHash = passwordHash;
        this.language = language;
    }

    void call(String newName, @Nullable String newLanguage) {
        name = newName;
        language = newLanguage;
    }

    void disable(boolean now) {
        disabled = now;
    }

    void password(String hash) {
        passwordHash = hash;
        passwordAt = now();
    }

    void linkMade() {
        linkAt = now();
    }

    void sessionsEnded() {
        sessionsEndedAt = now();
    }

    void unlocked() {
        unlockedAt = now();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    String login() {
        return login;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean disabled() {
        return disabled;
    }

    @Nullable
    String language() {
        return language;
    }

    @Nullable
    Instant passwordAt() {
        return passwordAt;
    }
}
