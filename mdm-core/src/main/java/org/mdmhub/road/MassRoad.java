package org.mdmhub.road;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.Approvals;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Decision;
import org.mdmhub.request.Policies;
import org.mdmhub.request.PolicyCase;
import org.mdmhub.request.Step;
import org.mdmhub.request.Verdict;
import org.springframework.stereotype.Component;

/**
 * One record of a mass change down the road: a request of its own that carries the decision taken on the task. The
 * database's four eyes hold for it as for any other: who asked for the task, or wrote into it, decided on no part of it.
 */
@Component
public class MassRoad {

    private final RoadTransaction transaction;
    private final ChangeRequests requests;
    private final Approvals approvals;
    private final Policies policies;
    private final Opening opening;
    private final Assessor assessor;
    private final Application application;
    private final Freezing freezing;
    private final MasterRecords records;
    private final Organisations organisations;

    MassRoad(
            RoadTransaction transaction,
            ChangeRequests requests,
            Approvals approvals,
            Policies policies,
            Opening opening,
            Assessor assessor,
            Application application,
            Freezing freezing,
            MasterRecords records,
            Organisations organisations) {
        this.transaction = transaction;
        this.requests = requests;
        this.approvals = approvals;
        this.policies = policies;
        this.opening = opening;
        this.assessor = assessor;
        this.application = application;
        this.freezing = freezing;
        this.records = records;
        this.organisations = organisations;
    }

    /**
     * What is to be done to one record.
     *
     * @param version that was shown
     * @param fields raw values by field key
     */
    public record Part(String type, long record, int version, Map<String, @Nullable Object> fields) {}

    /** What a change would come to, as it is shown before anybody asks. */
    public record Look(List<FieldChange> changes, List<Finding> findings, List<Step> steps) {}

    /** What became of a part. {@code request} is null where nothing was written. */
    public record Outcome(State state, @Nullable UUID request, List<Finding> findings) {}

    /** How a part ended. */
    public enum State {
        APPLIED,
        SCHEDULED,
        CONFLICT,
        UNCHANGED,
        REFUSED,
        /** By now the policies want people who did not decide on the task. */
        STRICTER
    }

    /** The caller reads in a scope that sees the record. */
    public Look look(String type, MasterRecord record, Map<String, @Nullable Object> fields) {
        OrgUnit unit = unit(record);
        Assessment assessment =
                assessor.of(Ask.update(type, record.code(), record.version(), fields, ""), unit.code(), record);
        return new Look(
                assessment.changes(), assessment.findings(), policies.steps(policyCase(type, record, assessment)));
    }

    private static PolicyCase policyCase(String type, MasterRecord record, Assessment assessment) {
        return new PolicyCase(
                type,
                ChangeKind.UPDATE,
                record.orgUnitId(),
                assessment.after(),
                assessment.changes(),
                assessment.candidates().size());
    }

    private OrgUnit unit(MasterRecord record) {
        return organisations.all().stream()
                .filter(one -> one.id() == record.orgUnitId())
                .findFirst()
                .orElseThrow();
    }

    /**
     * Does one part in one transaction, with what {@code note} writes about it.
     *
     * @param task the approved request of the mass change
     */
    public void carry(UUID task, Part part, Consumer<Outcome> note) {
        try {
            transaction.write(() -> {
                ChangeRequest whole = requests.find(task).orElseThrow();
                declare(whole);
                Outcome outcome = carry(whole, part);
                note.accept(outcome);
                return true;
            });
        } catch (Refused e) {
            transaction.write(() -> {
                note.accept(new Outcome(State.REFUSED, null, e.findings()));
                return true;
            });
        } catch (Stricter e) {
            transaction.write(() -> {
                note.accept(new Outcome(State.STRICTER, null, List.of()));
                return true;
            });
        }
    }

    private static void declare(ChangeRequest whole) {
        new ChangeReason(
                        whole.requestedBy(),
                        List.of(),
                        whole.why(),
                        ChangeReason.Cause.MASS_TASK,
                        whole.kind().name(),
                        whole.id())
                .declare();
    }

    private Outcome carry(ChangeRequest whole, Part part) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        MasterRecord record = records.find(part.record()).orElseThrow();
        if (!record.status().living()) {
            throw Refused.because(Refused.Reason.STATE);
        }
        String why = whole.number() + ": " + whole.why();
        Ask ask = Ask.update(part.type(), record.code(), part.version(), part.fields(), why);
        OrgUnit unit = unit(record);
        Assessment assessment = assessor.of(ask, unit.code(), record);
        assessment.refuseErrors();
        if (assessment.changesNothing()) {
            return new Outcome(State.UNCHANGED, null, List.of());
        }
        ChangeRequest request =
                requests.open(opening.open(new Opening.Found(ask, record, unit), assessment), whole.requestedBy(), now);
        requests.authors(whole.id()).forEach(author -> approvals.author(request, author));
        List<Step> steps = policies.steps(policyCase(part.type(), record, assessment));
        approvals.carry(request, steps, decided(whole, steps), whole.number(), now);
        return end(request, now);
    }

    private Outcome end(ChangeRequest request, Instant now) {
        Instant thaw = freezing.refuseOrWait(request, now);
        if (thaw != null) {
            approvals.schedule(request, thaw);
            return new Outcome(State.SCHEDULED, request.id(), List.of());
        }
        application.apply(request, now);
        boolean conflict = request.status() == ChangeStatus.CONFLICT;
        return new Outcome(conflict ? State.CONFLICT : State.APPLIED, request.id(), List.of());
    }

    private static final class Stricter extends RuntimeException {}

    /** For each step of the part the decisions on the task's step that asks for the same people. */
    private List<Approvals.Carried> decided(ChangeRequest whole, List<Step> steps) {
        List<Decision> all = requests.decisions(whole.id()).stream()
                .filter(one -> one.round() == whole.round() && one.verdict() == Verdict.APPROVE)
                .toList();
        List<Approvals.Carried> carried = new ArrayList<>();
        for (Step step : steps) {
            Step asked = whole.steps().stream()
                    .filter(one -> same(one, step) && one.isTaken(all))
                    .findFirst()
                    .orElseThrow(Stricter::new);
            all.stream()
                    .filter(decision -> decision.step() == asked.step())
                    .forEach(decision -> carried.add(new Approvals.Carried(step.step(), decision)));
        }
        return carried;
    }

    /** Whether they ask for the same people at the same stage; policies that ask twice for the same are one step. */
    public static boolean same(Step one, Step other) {
        return one.stage() == other.stage()
                && Set.copyOf(one.roles()).equals(Set.copyOf(other.roles()))
                && Set.copyOf(one.people()).equals(Set.copyOf(other.people()))
                && one.approvalsNeeded() == other.approvalsNeeded();
    }
}
