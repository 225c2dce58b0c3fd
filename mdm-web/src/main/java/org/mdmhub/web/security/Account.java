package org.mdmhub.web.security;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Somebody who may come in. */
@Entity
@Audited
@Table(name = "app_user")
class Account {

    @Id
    private String login;

    private String name;

    @NotAudited
    private String passwordHash;

    private @Nullable String language;
    private boolean disabled;

    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(String login, String name, String passwordHash) {
        this.login = login;
        this.name = name;
        this.passwordHash = passwordHash;
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
}
