package org.mdmhub.request;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.People;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.Finding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who decides for whom. It is not passed on: a substitute decides for the one who chose him, never for those whose
 * substitute that one is.
 */
@Component
public class Delegations {

    private static final int MOST_DAYS = 366;
    private static final int MAX_REASON = 500;

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final @Nullable People people;
    private final TransactionTemplate transaction;

    Delegations(
            EntityManager entities,
            JdbcClient jdbc,
            ObjectProvider<People> people,
            PlatformTransactionManager manager) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.people = people.getIfAvailable();
        this.transaction = new TransactionTemplate(manager);
    }

    /** What somebody wants to lend; both days included. */
    public record Loan(String lender, String substitute, LocalDate from, LocalDate until, String reason) {}

    /** The day as the hub counts it. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    /** What somebody lends or was lent, newest first. */
    public List<Delegation> of(String login) {
        return entities.createQuery(
                        "from Delegation where lender = :login or substitute = :login order by id desc",
                        Delegation.class)
                .setParameter("login", login)
                .setMaxResults(100)
                .getResultList();
    }

    /** Those for whom somebody decides today, as they are now; who may no longer come in lends nothing. */
    public List<Actor> lenders(String substitute) {
        if (people == null) {
            return List.of();
        }
        LocalDate today = today();
        return jdbc
                .sql("select distinct lender from delegation where substitute = ? and revoked_at is null"
                        + " and first_day <= ? and last_day >= ? order by lender")
                .params(substitute, today, today)
                .query(String.class)
                .list()
                .stream()
                .map(people::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Lends; the lender himself does, or an administrator for him.
     *
     * @throws Unsuitable where that one cannot decide for him
     */
    public long lend(Loan loan, Actor by) {
        guard(loan.lender(), by);
        List<Finding> wrong = wrong(loan);
        if (!wrong.isEmpty()) {
            throw new Unsuitable(wrong);
        }
        return written(by, loan.reason(), () -> {
            Delegation delegation = new Delegation(loan, by.login(), now());
            entities.persist(delegation);
            entities.flush();
            return delegation.id();
        });
    }

    /** Ends one before its time; false where there is none that he could end. */
    public boolean revoke(long id, Actor by) {
        return written(by, "a delegation ends", () -> {
            Delegation delegation = entities.find(Delegation.class, id);
            if (delegation == null || !mayFor(delegation.lender(), by)) {
                return false;
            }
            delegation.revoke(by.login(), now());
            return true;
        });
    }

    private <T> T written(Actor by, String why, java.util.function.Supplier<T> work) {
        return ChangeReason.declaredWithin(() -> java.util.Objects.requireNonNull(transaction.execute(status -> {
            new ChangeReason(by.login(), List.of(), why, ChangeReason.Cause.ADMINISTRATION, null, null).declare();
            return work.get();
        })));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean mayFor(String lender, Actor by) {
        return lender.equals(by.login()) || by.may(Right.ADMINISTER);
    }

    private static void guard(String lender, Actor by) {
        if (!mayFor(lender, by)) {
            throw Unsuitable.because("/lender", "delegateOwn", lender);
        }
    }

    private List<Finding> wrong(Loan loan) {
        List<Finding> wrong = new ArrayList<>();
        LocalDate today = today();
        if (loan.reason().isBlank()) {
            wrong.add(Finding.error("/reason", "required"));
        } else if (loan.reason().codePointCount(0, loan.reason().length()) > MAX_REASON) {
            wrong.add(Finding.error("/reason", "length", String.valueOf(MAX_REASON)));
        }
        if (loan.until().isBefore(loan.from())) {
            wrong.add(Finding.error("/until", "policyDates"));
        } else if (loan.until().isBefore(today)) {
            wrong.add(Finding.error("/until", "delegatePast"));
        } else if (loan.from().until(loan.until(), ChronoUnit.DAYS) > MOST_DAYS) {
            wrong.add(Finding.error("/until", "delegateLong", String.valueOf(MOST_DAYS)));
        }
        wrong.addAll(unfit(loan));
        return wrong;
    }

    /** He must be able to decide, and to see all that the other one decides on. */
    private List<Finding> unfit(Loan loan) {
        Actor lender = people == null ? null : people.find(loan.lender()).orElse(null);
        Actor other = people == null ? null : people.find(loan.substitute()).orElse(null);
        if (lender == null || lender.unitsWith(Right.DECIDE).isEmpty()) {
            return List.of(Finding.error("/lender", "delegateNothing", loan.lender()));
        }
        if (other == null) {
            return List.of(Finding.error("/substitute", "policyPerson", loan.substitute()));
        }
        if (loan.substitute().equals(loan.lender())) {
            return List.of(Finding.error("/substitute", "delegateSelf"));
        }
        Set<Integer> sees = other.units();
        boolean able = other.may(Right.DECIDE) && sees.containsAll(lender.unitsWith(Right.DECIDE));
        return able ? List.of() : List.of(Finding.error("/substitute", "delegateUnits", loan.substitute()));
    }
}
