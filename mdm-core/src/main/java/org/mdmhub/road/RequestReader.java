package org.mdmhub.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Candidate;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.policy.Sufficiency;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.Approvals;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Decision;
import org.mdmhub.request.PolicyCase;
import org.mdmhub.request.RequestList;
import org.mdmhub.request.Step;
import org.mdmhub.request.Verdict;
import org.springframework.stereotype.Component;

/** Shows requests to those who may see them, with what they come to as things stand now. */
@Component
public class RequestReader {

    private final RoadTransaction transaction;
    private final ChangeRequests requests;
    private final RequestList list;
    private final Approvals approvals;
    private final Assessor assessor;
    private final MasterRecords records;
    private final Organisations organisations;
    private final Proposals proposals;
    private final Sufficiency sufficiency;

    RequestReader(
            RoadTransaction transaction,
            ChangeRequests requests,
            RequestList list,
            Approvals approvals,
            Assessor assessor,
            MasterRecords records,
            Organisations organisations,
            Proposals proposals,
            Sufficiency sufficiency) {
        this.transaction = transaction;
        this.requests = requests;
        this.list = list;
        this.approvals = approvals;
        this.assessor = assessor;
        this.records = records;
        this.organisations = organisations;
        this.proposals = proposals;
        this.sufficiency = sufficiency;
    }

    /**
     * A request in a list.
     *
     * @param code of the record, null while it has none; key of the setting
     * @param name of the record now, or as it is asked for
     * @param orgUnit code of the organisation that asks
     */
    public record Line(
            ChangeRequest request,
            @Nullable String code,
            @Nullable String name,
            @Nullable String orgUnit) {}

    /**
     * A request in full.
     *
     * @param changes what it would change now, or what was asked for once it is closed
     * @param findings what the gate says now; empty once it is closed
     * @param candidates what may be the same now; empty once it is closed
     * @param open the steps that wait now
     * @param asked what policies look at now; null once it is closed, or where it is about a setting
     * @param nobody steps for which nobody is left who may decide
     * @param mayDecide whether the reader may decide now
     * @param fourEyes whether the reader is kept from deciding because he wrote into it or decided already
     */
    public record Detail(
            Line line,
            List<Decision> decisions,
            List<FieldChange> changes,
            List<Finding> findings,
            List<Candidate> candidates,
            List<Step> open,
            @Nullable PolicyCase asked,
            List<Step> nobody,
            boolean mayDecide,
            boolean fourEyes) {

        /** Approvals of the present round, oldest first. */
        public List<Decision> approvals() {
            return decisions.stream()
                    .filter(decision ->
                            decision.round() == line.request().round() && decision.verdict() == Verdict.APPROVE)
                    .toList();
        }
    }

    /** @throws Refused NOT_FOUND where there is none that he may see */
    public Detail detail(UUID id, Actor reader) {
        return transaction.read(() -> {
            ChangeRequest request = requests.find(id)
                    .filter(found -> Road.sees(reader, found))
                    .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND));
            Line line = line(request, organisations.codes());
            List<Decision> decisions = requests.decisions(id);
            if (!request.status().open()) {
                return new Detail(
                        line,
                        decisions,
                        asked(request),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        false,
                        false);
            }
            Assessment assessment = assessor.of(request);
            return new Detail(
                    line,
                    decisions,
                    visible(request, assessment, reader),
                    assessment.findings(),
                    assessment.candidates(),
                    approvals.open(request),
                    request.subject() == null ? assessment.policyCase(request) : null,
                    nobody(request),
                    approvals.mayDecide(request, reader),
                    approvals.fourEyesForbid(request, reader));
        });
    }

    private List<Step> nobody(ChangeRequest request) {
        if (request.status() != ChangeStatus.IN_REVIEW) {
            return List.of();
        }
        List<Decision> given = approvals.approvals(request);
        Set<String> out = new HashSet<>(requests.authors(request.id()));
        given.forEach(decision -> out.add(decision.decidedBy()));
        Map<Integer, Integer> taken = new HashMap<>();
        List<Step> left = new ArrayList<>();
        for (Step step : request.steps()) {
            taken.put(step.step(), step.takenBy(given).size());
            if (!step.isTaken(given)) {
                left.add(step);
            }
        }
        return sufficiency.lacking(left, request.ownerUnitId(), out, taken);
    }

    /** Of a record that he cannot see, who asks for its use sees only the view that he asks for. */
    private List<FieldChange> visible(ChangeRequest request, Assessment assessment, Actor reader) {
        MasterRecord record = assessment.record();
        if (record == null || Road.sees(reader, record)) {
            return assessment.changes();
        }
        String unit = organisations.codes().get(request.orgUnitId());
        List<Map<String, Object>> own = assessment.after().list(CommonFields.VIEWS).stream()
                .filter(view -> Objects.equals(view.get("orgUnit"), unit))
                .toList();
        return List.of(new FieldChange(CommonFields.VIEWS, null, own));
    }

    /** What was asked for against what the author saw. */
    private static List<FieldChange> asked(ChangeRequest request) {
        List<FieldChange> changes = new ArrayList<>();
        Map<String, @Nullable Object> base = request.wish().baseValues();
        request.wish().fields().forEach((key, value) -> changes.add(new FieldChange(key, base.get(key), value)));
        return changes;
    }

    public List<Line> page(RequestList.Query query, Actor reader) {
        return transaction.read(() -> lines(list.page(query, reader)));
    }

    /** What waits for the reader's decision, oldest first, as many as are worth counting. */
    public List<RequestList.Waiting> waiting(Actor reader, int most) {
        return transaction.read(() -> list.waiting(reader, most));
    }

    /** Those of the given requests that he may see, in the order of opening. */
    public List<Line> lines(List<UUID> ids, Actor reader) {
        return transaction.read(() -> lines(requests.all(ids).stream()
                .filter(request -> Road.sees(reader, request))
                .toList()));
    }

    private List<Line> lines(List<ChangeRequest> found) {
        // all records at once; one by one they then come from the session
        List<Long> ids = found.stream()
                .map(ChangeRequest::recordId)
                .filter(Objects::nonNull)
                .toList();
        if (!ids.isEmpty()) {
            records.all(ids);
        }
        Map<Integer, String> units = organisations.codes();
        return found.stream().map(request -> line(request, units)).toList();
    }

    /** What a list says of each at a glance. */
    public Map<UUID, RequestList.Mark> marks(List<UUID> ids) {
        return transaction.read(() -> list.marks(ids));
    }

    /** Ids of such a page, in its order. */
    public List<UUID> ids(RequestList.Query query, Actor reader) {
        return transaction.read(() -> list.ids(query, reader));
    }

    /** How many there are, counted to the query's limit at most. */
    public int count(RequestList.Query query, Actor reader) {
        return transaction.read(() -> list.count(query, reader));
    }

    private Line line(ChangeRequest request, Map<Integer, String> units) {
        if (request.subject() != null) {
            return new Line(request, request.subject(), proposals.title(request), units.get(request.orgUnitId()));
        }
        Long id = request.recordId();
        var record = id == null ? null : records.find(id).orElse(null);
        String asked = request.wish().fields().get("name") instanceof String name ? name : null;
        String present =
                record == null ? null : records.values(request.type(), record).text("name");
        return new Line(
                request,
                record == null ? null : record.code(),
                present == null ? asked : present,
                units.get(request.orgUnitId()));
    }
}
