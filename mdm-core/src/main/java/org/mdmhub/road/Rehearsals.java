package org.mdmhub.road;

import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.request.PolicyCase;
import org.springframework.stereotype.Component;

/** What policies would look at if somebody asked for something; nothing is written. */
@Component
public class Rehearsals {

    private final RoadTransaction transaction;
    private final Opening opening;
    private final Assessor assessor;

    Rehearsals(RoadTransaction transaction, Opening opening, Assessor assessor) {
        this.transaction = transaction;
        this.opening = opening;
        this.assessor = assessor;
    }

    /** @throws Refused where he could not ask for it; what the gate would say does not matter here */
    public PolicyCase of(Ask raw, Actor actor) {
        return transaction.read(() -> {
            boolean open = raw.baseVersion() == null && !raw.kind().merges();
            Opening.Found found = opening.find(open ? raw.against(1) : raw, actor);
            if (found.ask().code() != null && found.record() == null) {
                throw Refused.invalid("/type", "unknownType", raw.type());
            }
            MasterRecord record = found.record();
            if (record != null && !Opening.sees(actor, record)) {
                // what its policies say would tell what it holds
                throw Refused.because(Refused.Reason.NOT_FOUND);
            }
            Assessment assessment = assessor.of(found.ask(), found.unit().code(), record);
            return assessment.policyCase(raw.type(), raw.kind(), opening.owner(found, assessment));
        });
    }
}
