package org.mdmhub.talk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mdmhub.notice.Notice;
import org.mdmhub.notice.Notices;
import org.mdmhub.organisation.OncePerTransaction;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Decision;
import org.mdmhub.request.OpenSteps;
import org.mdmhub.request.Seat;
import org.mdmhub.road.RequestBeside;
import org.mdmhub.road.Road;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells people how a request goes on. Looks at it when a verb begins and once more right before the commit, so that
 * whatever door it comes by, and whatever is done in one transaction, people are told of what it has become, or of
 * nothing where it is rolled back.
 */
@Component
class Course {

    private final ChangeRequests requests;
    private final OpenSteps steps;
    private final Audience audience;
    private final Watchers watchers;
    private final Notices notices;
    private final OncePerTransaction<UUID, Seen> begun = new OncePerTransaction<>();

    Course(ChangeRequests requests, OpenSteps steps, Audience audience, Watchers watchers, Notices notices) {
        this.requests = requests;
        this.steps = steps;
        this.audience = audience;
        this.watchers = watchers;
        this.notices = notices;
    }

    /** Where a request stood. */
    private record Seen(ChangeStatus status, int decisions, Set<Integer> open) {}

    @EventListener
    void touched(Road.RequestTouched touched) {
        follow(touched.id());
    }

    @EventListener
    void beside(RequestBeside beside) {
        follow(beside.id());
    }

    private void follow(UUID id) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            begun.get(id, this::begin);
        }
    }

    private Seen begin(UUID id) {
        Seen before = seen(requests.find(id).orElseThrow());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                ended(id, before);
            }
        });
        return before;
    }

    private Seen seen(ChangeRequest request) {
        return new Seen(request.status(), requests.decisions(request.id()).size(), open(request.id()));
    }

    private Set<Integer> open(UUID id) {
        return steps.seats(id).stream().map(Seat::step).collect(Collectors.toSet());
    }

    private void ended(UUID id, Seen before) {
        requests.flush();
        ChangeRequest request = requests.find(id).orElseThrow();
        Seen now = seen(request);
        if (now.equals(before)) {
            return;
        }
        List<Decision> decisions = requests.decisions(id);
        String by = now.decisions() > before.decisions()
                ? decisions.get(decisions.size() - 1).decidedBy()
                : "";
        if (now.status() != ChangeStatus.IN_REVIEW || !now.open().equals(before.open())) {
            notices.settle(id, List.of("waits", "urged"));
        }
        if (now.status() == ChangeStatus.IN_REVIEW) {
            if (!by.isEmpty()) {
                hear("approved", request, by);
            }
            if (before.status() != ChangeStatus.IN_REVIEW || !now.open().equals(before.open())) {
                waits(request, now);
            }
        } else if (now.status() != before.status()) {
            become(request, by);
        }
    }

    private void waits(ChangeRequest request, Seen now) {
        String once = "waits:" + request.id() + ":" + request.round() + ":"
                + now.open().stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        notices.tell(
                new Notice("waits", audience.deciding(request.id()), request.id(), List.of(request.number()), once));
    }

    private void become(ChangeRequest request, String by) {
        switch (request.status()) {
            case RETURNED -> hear(by.isEmpty() ? "conflict" : "returned", request, by);
            case REJECTED -> hear("rejected", request, by);
            case CONFLICT -> hear("conflict", request, by);
            case SCHEDULED -> hear("scheduled", request, by);
            case WITHDRAWN -> hear("withdrawn", request, request.requestedBy());
            case APPLIED -> applied(request, by);
            case DRAFT, IN_REVIEW -> {
                // nobody waits for news of that
            }
        }
    }

    /** What needed nobody's approval is no news to who asked for it. */
    private void applied(ChangeRequest request, String by) {
        hear("applied", request, request.steps().isEmpty() ? request.requestedBy() : by);
        Long record = request.recordId();
        if (record != null) {
            Set<String> others = Talk.without(watchers.ofRecord(record), watchers.ofRequest(request.id()));
            notices.tell(new Notice(
                    "changed",
                    audience.seeing(request.id(), Talk.without(others, Set.of(by))),
                    request.id(),
                    List.of(request.number()),
                    ""));
        }
    }

    /** Tells all who watch it, but not who did it. */
    private void hear(String kind, ChangeRequest request, String by) {
        notices.tell(new Notice(
                kind,
                Talk.without(watchers.ofRequest(request.id()), Set.of(by)),
                request.id(),
                List.of(request.number(), audience.name(by)),
                ""));
    }
}
