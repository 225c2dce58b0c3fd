package org.mdmhub.road;

import java.util.List;
import java.util.UUID;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.request.Approvals;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The hub's own wish, on which nobody decides: a block and nothing else, in a name under which nobody can log in. Its
 * reason says why; the database keeps both walls.
 */
@Component
public class ByItself {

    /** Who asks where the hub itself does. */
    public static final String LOGIN = "system";

    private final RoadTransaction transaction;
    private final Opening opening;
    private final Assessor assessor;
    private final ChangeRequests requests;
    private final Approvals approvals;
    private final Application application;
    private final ApplicationEventPublisher events;

    ByItself(
            RoadTransaction transaction,
            Opening opening,
            Assessor assessor,
            ChangeRequests requests,
            Approvals approvals,
            Application application,
            ApplicationEventPublisher events) {
        this.transaction = transaction;
        this.opening = opening;
        this.assessor = assessor;
        this.requests = requests;
        this.approvals = approvals;
        this.application = application;
        this.events = events;
    }

    /** @throws Refused INVALID where it is anything but a block */
    public UUID ask(Ask ask) {
        if (ask.kind() != ChangeKind.BLOCK) {
            throw Refused.invalid("/kind", "kind", ask.kind().name());
        }
        return transaction.write(() -> {
            new ChangeReason(LOGIN, List.of(), "by itself", ChangeReason.Cause.REQUEST, null, null).declare();
            Opening.Found found = opening.findForItself(ask, LOGIN);
            Assessment assessment = assessor.of(found.ask(), found.unit().code(), found.record());
            assessment.refuseErrors();
            assessment.refuseNoChange();
            ChangeRequest request = requests.open(opening.open(found, assessment), LOGIN, Road.now());
            events.publishEvent(new Road.RequestTouched(request.id()));
            approvals.submitForItself(request, Road.now());
            application.apply(request, Road.now());
            return request.id();
        });
    }
}
