package org.mdmhub.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.policy.PolicyAnswers;
import org.mdmhub.record.FieldChange;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.Decision;
import org.mdmhub.request.PolicyCase;
import org.mdmhub.request.StepTimes;
import org.mdmhub.request.Verdict;
import org.mdmhub.request.Wish;
import org.mdmhub.road.Ask;
import org.mdmhub.road.RequestReader;
import org.mdmhub.talk.Conversation;
import org.mdmhub.talk.Conversations;
import org.springframework.stereotype.Component;

/** Change requests as the API shows them. */
@Component
class RequestViews {

    private final Texts texts;
    private final CandidateViews candidates;
    private final WholeViews wholes;
    private final Masking masking;
    private final PolicyAnswers answers;
    private final Conversations conversations;
    private final DifferenceViews differences;
    private final StepTimes times;

    RequestViews(
            Texts texts,
            CandidateViews candidates,
            WholeViews wholes,
            Masking masking,
            PolicyAnswers answers,
            Conversations conversations,
            DifferenceViews differences,
            StepTimes times) {
        this.differences = differences;
        this.times = times;
        this.texts = texts;
        this.candidates = candidates;
        this.wholes = wholes;
        this.masking = masking;
        this.answers = answers;
        this.conversations = conversations;
    }

    /** A request in a list. */
    record Line(
            UUID id,
            String number,
            String type,
            String kind,
            String status,
            @Nullable String code,
            @Nullable String name,
            @Nullable String orgUnit,
            String requestedBy,
            Instant createdAt,
            @Nullable Instant submittedAt,
            int version) {}

    /** A request in full; {@code masked} names fields that are hidden from the reader. */
    record View(
            UUID id,
            String number,
            String type,
            String kind,
            String status,
            @Nullable String code,
            @Nullable String orgUnit,
            @Nullable Integer baseVersion,
            Map<String, @Nullable Object> fields,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> masked,
            @Nullable Map<String, Object> block,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, @Nullable Object> merge,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String mergeId,

            String reasonCode,
            @Nullable String reason,
            @Nullable Instant effectiveFrom,
            Ask.@Nullable Source source,
            String requestedBy,
            Instant createdAt,
            @Nullable Instant submittedAt,
            @Nullable Instant appliedAt,
            int version,
            List<StepView> steps,
            List<DecisionView> decisions,
            List<Comment> comments,
            List<Change> diff,
            List<Texts.Said> findings,
            List<CandidateViews.View> candidates,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WholeViews.View> belongsTo,
            List<String> conflicts,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DifferenceViews.View> differences,
            List<PolicyViews.Met> policies,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UUID splitFrom) {}

    /** The request as it now is, with what came of the approval of some of its fields. */
    record Approved(
            @JsonUnwrapped View request,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> applied,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UUID remainderId) {}

    /** A step; {@code dueAt} is null before it opens and where it is never late; {@code nobody} says that nobody is left who may take it; {@code approvedBy} and {@code at} are of the last approval it needed, null while it is not taken. */
    record StepView(
            int step,
            int stage,
            List<Role> roles,
            List<String> people,
            int needed,
            int approvals,
            boolean waits,
            @Nullable Instant dueAt,
            boolean late,
            boolean nobody,
            List<String> policies,
            @Nullable String approvedBy,
            @Nullable Instant at) {}

    /** A decision; {@code decidedFor} names for whom a substitute made it, {@code carried} says it was made in an earlier round. */
    record DecisionView(
            int step,
            Verdict verdict,
            String by,
            @Nullable String decidedFor,
            boolean carried,
            Instant at,
            @Nullable String comment,
            List<String> fields) {}

    /** Somebody's words, with a decision or without one; {@code field} where they are on one. */
    record Comment(
            String by,
            Instant at,
            String text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String field) {}

    Line line(RequestReader.Line line) {
        ChangeRequest request = line.request();
        return new Line(
                request.id(),
                request.number(),
                request.type(),
                request.kind().name(),
                request.status().name(),
                line.code(),
                line.name(),
                line.orgUnit(),
                request.requestedBy(),
                request.createdAt(),
                request.submittedAt(),
                request.version());
    }

    View view(RequestReader.Detail detail, Actor reader) {
        ChangeRequest request = detail.line().request();
        Wish wish = request.wish();
        Mask mask = masking.of(reader, request);
        String system = request.sourceSystem();
        String key = request.sourceKey();
        return new View(
                request.id(),
                request.number(),
                request.type(),
                request.kind().name(),
                request.status().name(),
                detail.line().code(),
                detail.line().orgUnit(),
                wish.baseVersion(),
                mask.without(wish.fields()),
                mask.names(wish.fields()),
                request.block(),
                request.kind() == ChangeKind.MERGE ? MergeWords.of(wish, mask) : null,
                request.kind() == ChangeKind.MERGE
                        ? request.id().toString()
                        : wish.merging().get("mergeId") instanceof String mergeId ? mergeId : null,
                wish.reasonCode(),
                wish.reason(),
                wish.effectiveFrom(),
                system == null || key == null ? null : new Ask.Source(system, key),
                request.requestedBy(),
                request.createdAt(),
                request.submittedAt(),
                request.appliedAt(),
                request.version(),
                steps(request, detail),
                detail.decisions().stream().map(RequestViews::decision).toList(),
                comments(
                        detail.decisions(),
                        conversations.of(request.id(), reader).orElse(null)),
                diff(detail.changes(), mask),
                texts.said(detail.findings().stream().map(mask::covered).toList()),
                candidates.of(detail.candidates(), reader),
                wholes.of(request, reader),
                request.conflicts(),
                differences.of(request, reader),
                policies(detail),
                request.splitFrom());
    }

    /** The policies that it meets now; none once it is closed, or where it is about a setting. */
    private List<PolicyViews.Met> policies(RequestReader.Detail detail) {
        PolicyCase asked = detail.asked();
        return asked == null ? List.of() : PolicyViews.met(answers.answers(asked));
    }

    private List<StepView> steps(ChangeRequest request, RequestReader.Detail detail) {
        List<Decision> approvals = detail.approvals();
        Instant now = Instant.now();
        Map<Integer, StepTimes.StepTime> known = new HashMap<>();
        times.of(request).forEach(time -> known.put(time.step(), time));
        return request.steps().stream()
                .map(step -> {
                    Decision last = step.lastOf(approvals).orElse(null);
                    StepTimes.StepTime time = known.get(step.step());
                    return new StepView(
                            step.step(),
                            step.stage(),
                            step.roles(),
                            step.people(),
                            step.approvalsNeeded(),
                            step.takenBy(approvals).size(),
                            detail.open().contains(step),
                            time == null ? null : time.dueAt(),
                            time != null && time.late(now),
                            detail.nobody().contains(step),
                            PolicyViews.keys(step),
                            last == null ? null : last.decidedBy(),
                            last == null ? null : last.decidedAt());
                })
                .toList();
    }

    private static DecisionView decision(Decision decision) {
        return new DecisionView(
                decision.step(),
                decision.verdict(),
                decision.decidedBy(),
                decision.decidedFor(),
                decision.carriedFrom() != null,
                decision.decidedAt(),
                decision.comment(),
                decision.fields());
    }

    private static List<Comment> comments(List<Decision> decisions, @Nullable Conversation talk) {
        List<Comment> comments = new ArrayList<>();
        for (Decision decision : decisions) {
            String text = decision.comment();
            if (text != null && !text.isBlank()) {
                comments.add(new Comment(decision.decidedBy(), decision.decidedAt(), text, null));
            }
        }
        if (talk != null) {
            talk.comments()
                    .forEach(said -> comments.add(new Comment(said.author(), said.at(), said.text(), said.field())));
        }
        comments.sort(Comparator.comparing(Comment::at));
        return comments;
    }

    private static List<Change> diff(List<FieldChange> changes, Mask mask) {
        return changes.stream().map(change -> Change.of(change, mask)).toList();
    }
}
