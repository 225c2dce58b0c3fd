package org.mdmhub.web.security;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.envers.Audited;
import org.mdmhub.organisation.Role;

/** A role that somebody holds in an organisation and below it. */
@Entity
@Audited
@Table(name = "user_role")
@IdClass(Holding.Key.class)
class Holding {

    @Id
    private String login;

    @Id
    @Enumerated(EnumType.STRING)
    private Role role;

    @Id
    private int orgUnitId;

    @SuppressWarnings("NullAway.Init")
    protected Holding() {}

    Holding(String login, Role role, int orgUnitId) {
        this.login = login;
        this.role = role;
        this.orgUnitId = orgUnitId;
    }

    String login() {
        return login;
    }

    Role role() {
        return role;
    }

    int orgUnitId() {
        return orgUnitId;
    }

    /** What makes a holding one. */
    record Key(String login, Role role, int orgUnitId) implements Serializable {}
}
