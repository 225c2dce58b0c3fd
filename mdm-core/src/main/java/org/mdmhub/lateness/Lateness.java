package org.mdmhub.lateness;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mdmhub.notice.Notice;
import org.mdmhub.notice.Notices;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.People;
import org.mdmhub.organisation.Role;
import org.mdmhub.organisation.Scope;
import org.mdmhub.request.Approvals;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.OpenSteps;
import org.mdmhub.request.Seat;
import org.mdmhub.request.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds of steps before they are due, tells when they are late, and then admits those to whom they are escalated. */
@Component
public class Lateness {

    private static final String WAITING =
            "select request_id, round, step, opened_at, due_at from step_time" + " where done_at is null";
    private static final String TO_REMIND =
            WAITING + " and remind_at <= :now and not reminded and due_at > :now order by due_at limit :most";
    private static final String TOO_LATE =
            WAITING + " and due_at <= :now and not late_told order by due_at limit :most";
    private static final String MARK_REMINDED =
            "update step_time set reminded = true where request_id = ? and round = ? and step = ? and not reminded";
    private static final String MARK_LATE =
            "update step_time set late_told = true where request_id = ? and round = ? and step = ? and not late_told";
    private static final Logger log = LoggerFactory.getLogger(Lateness.class);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final ChangeRequests requests;
    private final Approvals approvals;
    private final OpenSteps seats;
    private final ObjectProvider<People> people;
    private final Notices notices;
    private final TransactionTemplate transactions;

    Lateness(
            JdbcClient jdbc,
            ChangeRequests requests,
            Approvals approvals,
            OpenSteps seats,
            ObjectProvider<People> people,
            Notices notices,
            PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.approvals = approvals;
        this.seats = seats;
        this.people = people;
        this.notices = notices;
        this.transactions = new TransactionTemplate(manager);
    }

    /** A step that something is to be told of. */
    private record Waiting(UUID request, int round, int step, Instant since, Instant due) {}

    /** What is to be told by now; each step in a transaction of its own, so that one failure stops no other. */
    public void tell(Instant now) {
        each(jdbc.sql(TO_REMIND), now, this::remind);
        each(jdbc.sql(TOO_LATE), now, this::late);
    }

    private interface Deed {
        void of(ChangeRequest request, Step step, Waiting waiting);
    }

    private void each(JdbcClient.StatementSpec which, Instant now, Deed deed) {
        List<Waiting> found = Scope.system(
                "lateness",
                () -> which.param("now", now.atOffset(ZoneOffset.UTC))
                        .param("most", AT_ONCE)
                        .query((row, number) -> new Waiting(
                                row.getObject("request_id", UUID.class),
                                row.getInt("round"),
                                row.getInt("step"),
                                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                                row.getObject("due_at", OffsetDateTime.class).toInstant()))
                        .list());
        for (Waiting one : found) {
            try {
                Scope.system("lateness", () -> transactions.executeWithoutResult(status -> one(one, deed)));
            } catch (RuntimeException e) {
                log.error(
                        "nobody could be told of step {} of request {}; it is tried again",
                        one.step(),
                        one.request(),
                        e);
            }
        }
    }

    /** The request is locked first, as by whoever decides; a step that was taken meanwhile is told to nobody. */
    private void one(Waiting waiting, Deed deed) {
        ChangeRequest request = requests.lock(waiting.request()).orElseThrow();
        if (request.round() != waiting.round()) {
            return;
        }
        approvals.open(request).stream()
                .filter(step -> step.step() == waiting.step())
                .findFirst()
                .ifPresent(step -> deed.of(request, step, waiting));
    }

    private void remind(ChangeRequest request, Step step, Waiting waiting) {
        if (marked(jdbc.sql(MARK_REMINDED), waiting)) {
            tell("stepDue", request, admitted(request, step.step()), waiting);
        }
    }

    private void late(ChangeRequest request, Step step, Waiting waiting) {
        if (!marked(jdbc.sql(MARK_LATE), waiting)) {
            return;
        }
        Set<String> already = admitted(request, step.step());
        tell("stepLate", request, already, waiting);
        if (!step.escalate().isEmpty()) {
            seats.escalate(request, step.step(), step.escalate(), waiting.since(), waiting.due());
            Set<String> others = new LinkedHashSet<>(admitted(request, step.step()));
            others.removeAll(already);
            tell("stepEscalated", request, others, waiting);
        }
    }

    private static boolean marked(JdbcClient.StatementSpec mark, Waiting waiting) {
        return mark.params(waiting.request(), waiting.round(), waiting.step()).update() > 0;
    }

    /** Logins of those who may take the step now: four eyes hold for each. */
    private Set<String> admitted(ChangeRequest request, int step) {
        List<Seat> his = seats.seats(request.id()).stream()
                .filter(seat -> seat.step() == step)
                .toList();
        Set<Role> roles = his.stream()
                .flatMap(seat -> Optional.ofNullable(seat.role()).stream())
                .collect(Collectors.toSet());
        Set<String> named = his.stream()
                .flatMap(seat -> Optional.ofNullable(seat.login()).stream())
                .collect(Collectors.toSet());
        People known = people.getIfAvailable();
        if (known == null) {
            return named;
        }
        return known.among(roles, named).stream()
                .filter(who -> approvals.mayDecide(request, who))
                .map(Actor::login)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void tell(String kind, ChangeRequest request, Set<String> to, Waiting waiting) {
        if (!to.isEmpty()) {
            String once = kind + ":" + request.id() + ":" + waiting.round() + ":" + waiting.step();
            notices.tell(new Notice(
                    kind,
                    to,
                    request.id(),
                    List.of(request.number(), waiting.due().toString()),
                    once));
        }
    }
}
