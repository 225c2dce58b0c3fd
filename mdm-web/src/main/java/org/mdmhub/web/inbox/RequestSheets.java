package org.mdmhub.web.inbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mdmhub.organisation.Actor;
import org.mdmhub.policy.PolicyAnswers;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Decision;
import org.mdmhub.request.PolicyCase;
import org.mdmhub.request.Step;
import org.mdmhub.road.Care;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.api.CandidateViews;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.api.WholeViews;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.PolicyWords;
import org.mdmhub.web.layout.Shown;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.layout.Values;
import org.mdmhub.web.match.Waterfalls;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** Puts a request into the words of its reader. */
@Component
class RequestSheets {

    private final RequestReader requests;
    private final CandidateViews candidates;
    private final WholeViews wholes;
    private final Masking masking;
    private final Accounts accounts;
    private final Labels labels;
    private final Values values;
    private final Times times;
    private final Texts texts;
    private final PolicyWords words;
    private final PolicyAnswers answers;
    private final Givings givings;
    private final Waterfalls falls;

    RequestSheets(
            RequestReader requests,
            CandidateViews candidates,
            WholeViews wholes,
            Masking masking,
            Accounts accounts,
            Labels labels,
            Values values,
            Times times,
            Texts texts,
            PolicyWords words,
            PolicyAnswers answers,
            Givings givings,
            Waterfalls falls) {
        this.requests = requests;
        this.candidates = candidates;
        this.wholes = wholes;
        this.masking = masking;
        this.accounts = accounts;
        this.labels = labels;
        this.values = values;
        this.times = times;
        this.texts = texts;
        this.words = words;
        this.answers = answers;
        this.givings = givings;
        this.falls = falls;
    }

    /** @throws org.mdmhub.road.Refused NOT_FOUND where there is none that he may see */
    RequestSheet sheet(UUID id, Actor reader) {
        RequestReader.Detail detail = masking.covered(requests.detail(id, reader), reader);
        RequestReader.Line line = detail.line();
        ChangeRequest request = line.request();
        String type = request.type();
        Map<String, String> names = names(detail);
        List<RequestSheet.StepLine> steps = steps(detail, names);
        return new RequestSheet(
                request.id(),
                request.version(),
                request.number(),
                type,
                request.kind().name(),
                request.status().name(),
                line.code(),
                line.name(),
                labels.organisation(String.valueOf(line.orgUnit())),
                name(names, request.requestedBy()),
                times.ago(request.createdAt()),
                times.exact(request.createdAt()),
                labels.reason(request.wish().reasonCode()),
                request.wish().reason(),
                times.exact(request.wish().effectiveFrom()),
                block(request),
                values.changes(type, detail.changes()),
                detail.findings().stream().map(finding -> said(type, finding)).toList(),
                looks(type, detail, reader),
                wholes.of(request, reader),
                steps,
                detail.decisions().stream()
                        .map(decision -> decision(type, decision, names))
                        .toList(),
                standing(detail),
                waitsFor(detail, names),
                policies(detail),
                detail.nobody().stream().map(words::who).toList(),
                givings.of(request.id(), reader),
                request.conflicts().stream()
                        .map(field -> labels.field(type, field))
                        .toList(),
                Care.needed(detail),
                request.requestedBy().equals(reader.login()) && request.status().allows(ChangeStatus.Action.WITHDRAW),
                request.subject() == null && request.kind().writesFields());
    }

    private List<PolicyWords.Line> policies(RequestReader.Detail detail) {
        PolicyCase asked = detail.asked();
        return asked == null ? List.of() : words.met(answers.answers(asked), asked.type());
    }

    private List<RequestSheet.Look> looks(String type, RequestReader.Detail detail, Actor reader) {
        return candidates.of(detail.candidates(), reader).stream()
                .map(look -> look(type, look))
                .toList();
    }

    private Shown block(ChangeRequest request) {
        Map<String, Object> block = request.block();
        return values.shown(request.type(), CommonFields.BLOCKS, block == null ? null : List.of(block));
    }

    private Map<String, String> names(RequestReader.Detail detail) {
        Set<String> logins = new HashSet<>();
        logins.add(detail.line().request().requestedBy());
        detail.decisions().forEach(decision -> logins.addAll(List.of(decision.decidedBy(), decision.voice())));
        detail.line().request().steps().forEach(step -> logins.addAll(step.people()));
        return accounts.names(logins);
    }

    private static String name(Map<String, String> names, String login) {
        return Objects.requireNonNull(names.getOrDefault(login, login));
    }

    private static String standing(RequestReader.Detail detail) {
        ChangeStatus status = detail.line().request().status();
        if (status != ChangeStatus.IN_REVIEW) {
            return status.allows(ChangeStatus.Action.SUBMIT) ? "author" : "closed";
        }
        if (detail.mayDecide()) {
            return "decide";
        }
        return detail.fourEyes() ? "fourEyes" : "othersStep";
    }

    private String waitsFor(RequestReader.Detail detail, Map<String, String> names) {
        return detail.open().stream().map(step -> seats(step, names)).distinct().collect(Collectors.joining(", "));
    }

    private List<RequestSheet.StepLine> steps(RequestReader.Detail detail, Map<String, String> names) {
        List<RequestSheet.StepLine> lines = new ArrayList<>();
        for (Step step : detail.line().request().steps()) {
            Decision approval = step.lastOf(detail.approvals()).orElse(null);
            lines.add(new RequestSheet.StepLine(
                    step.step(),
                    seats(step, names),
                    approval == null ? null : name(names, approval.decidedBy()),
                    approval == null ? "" : times.exact(approval.decidedAt())));
        }
        return lines;
    }

    private String seats(Step step, Map<String, String> names) {
        return Stream.concat(
                        step.roles().isEmpty() ? Stream.empty() : Stream.of(labels.roles(step.roles())),
                        step.people().stream().map(login -> name(names, login)))
                .collect(Collectors.joining(", "));
    }

    private RequestSheet.DecisionLine decision(String type, Decision decision, Map<String, String> names) {
        return new RequestSheet.DecisionLine(
                decision.verdict().name(),
                name(names, decision.decidedBy()),
                decision.decidedFor() == null ? "" : name(names, decision.voice()),
                decision.carriedFrom() != null,
                times.exact(decision.decidedAt()),
                decision.comment(),
                decision.fields().stream()
                        .map(field -> labels.field(type, field))
                        .toList());
    }

    private RequestSheet.Said said(String type, Finding finding) {
        return new RequestSheet.Said(
                finding.stops(), labels.place(type, finding.pointer()), texts.of(finding), finding.suggestion());
    }

    private RequestSheet.Look look(String type, CandidateViews.View view) {
        Double score = view.score();
        return new RequestSheet.Look(
                view, score == null ? null : Math.round(score * 100), falls.of(type, view.prior(), view.evidence()));
    }
}
