package org.mdmhub.request;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** Somebody lets another one decide for him for some days. */
@Entity
@Audited
public class Delegation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String lender;
    private String substitute;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private String reason;
    private String createdBy;
    private Instant createdAt;
    private @Nullable String revokedBy;
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected Delegation() {}

    Delegation(Delegations.Loan loan, String by, Instant at) {
        this.lender = loan.lender();
        this.substitute = loan.substitute();
        this.firstDay = loan.from();
        this.lastDay = loan.until();
        this.reason = loan.reason();
        this.createdBy = by;
        this.createdAt = at;
    }

    void revoke(String by, Instant at) {
        if (revokedAt == null) {
            revokedBy = by;
            revokedAt = at;
        }
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("the delegation is not saved yet");
        }
        return id;
    }

    /** Who is away. */
    public String lender() {
        return lender;
    }

    /** Who decides for him. */
    public String substitute() {
        return substitute;
    }

    public LocalDate from() {
        return firstDay;
    }

    /** The last day, included. */
    public LocalDate until() {
        return lastDay;
    }

    public String reason() {
        return reason;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Who ended it before its time, null where nobody did. */
    public @Nullable String revokedBy() {
        return revokedBy;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }

    /** Whether it may still count on this day or later. */
    public boolean isOpen(LocalDate today) {
        return revokedAt == null && !today.isAfter(lastDay);
    }
}
