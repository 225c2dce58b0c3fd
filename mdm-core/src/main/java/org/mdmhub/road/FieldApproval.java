package org.mdmhub.road;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Field;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.Approvals;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Wish;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Approves some fields of a change and lets the rest go on as a request of its own, in one transaction. The request
 * keeps the named fields and is judged by the policy that they meet; the rest has the same requester, authors and base
 * version, and starts without decisions.
 */
@Component
public class FieldApproval {

    private final Road road;
    private final Approvals approvals;
    private final Assessor assessor;
    private final MasterTypes types;
    private final ApplicationEventPublisher events;

    FieldApproval(
            Road road, Approvals approvals, Assessor assessor, MasterTypes types, ApplicationEventPublisher events) {
        this.road = road;
        this.approvals = approvals;
        this.assessor = assessor;
        this.types = types;
        this.events = events;
    }

    /**
     * What came of an approval.
     *
     * @param status what the request is now; CONFLICT is committed and is for the caller to tell
     * @param applied fields that were applied by it
     * @param remainder the request as which the rest goes on, null where there is no rest
     */
    public record Approved(
            ChangeStatus status,
            List<String> applied,
            @Nullable UUID remainder) {}

    /**
     * Approves the named fields; none or all of them is the whole request.
     *
     * @param seen version of the request that he looked at: another one is refused as stale; null where he does not say
     * @throws Refused INVALID where they cannot be approved by themselves
     */
    public Approved approve(
            UUID id,
            @Nullable Integer seen,
            @Nullable String comment,
            List<String> distinctFrom,
            List<String> fields,
            Actor actor) {
        return road.write(actor, comment, () -> {
            ChangeRequest request = road.locked(id, seen, actor);
            Set<String> named = new LinkedHashSet<>(fields);
            boolean whole =
                    named.isEmpty() || named.equals(request.wish().fields().keySet());
            if (whole || cannot(request, actor)) {
                ChangeStatus status = road.approve(request, comment, distinctFrom, actor);
                return new Approved(status, applied(request, status), null);
            }
            guard(request, named);
            return split(request, named, comment, distinctFrom, actor);
        });
    }

    /** Who may not decide at all is told so, whatever he named. */
    private boolean cannot(ChangeRequest request, Actor actor) {
        return request.status() != ChangeStatus.IN_REVIEW || approvals.fourEyesForbid(request, actor);
    }

    private static List<String> applied(ChangeRequest request, ChangeStatus status) {
        return status == ChangeStatus.APPLIED
                ? List.copyOf(request.wish().fields().keySet())
                : List.of();
    }

    private Approved split(
            ChangeRequest request,
            Set<String> named,
            @Nullable String comment,
            List<String> distinctFrom,
            Actor actor) {
        Wish whole = request.wish();
        Set<String> others = new LinkedHashSet<>(whole.fields().keySet());
        others.removeAll(named);
        Wish part = whole.only(named, bases(request.type(), named));
        Wish rest = whole.only(others, bases(request.type(), others));
        approvals.narrow(request, part, assessor.of(request, part).policyCase(request), actor, Road.now());
        // its number before the record is locked, as everywhere
        ChangeRequest remainder = approvals.rest(request, rest, Road.now());
        ChangeStatus status = road.approve(request, comment, distinctFrom, actor);
        events.publishEvent(new RequestBeside(remainder.id()));
        Assessment assessment = assessor.of(remainder);
        assessment.refuseErrors();
        road.submit(remainder, assessment);
        return new Approved(status, applied(request, status), remainder.id());
    }

    /** The named fields must be asked for, and what only makes sense together stays together. */
    private void guard(ChangeRequest request, Set<String> named) {
        if (request.kind() != ChangeKind.UPDATE || request.subject() != null) {
            throw Refused.invalid("/fields", "wholeOnly", request.kind().name());
        }
        Set<String> asked = request.wish().fields().keySet();
        List<Finding> wrong = new ArrayList<>();
        named.stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> wrong.add(Finding.error("/fields/" + pointer(key), "notAsked", key)));
        for (Field<MasterRecord> field : types.fields(request.type())) {
            if (asked.contains(field.key()) && !named.contains(field.key())) {
                mates(request.type(), Set.of(field.key())).stream()
                        .filter(named::contains)
                        .forEach(mate -> wrong.add(Finding.error("/fields/" + mate, "together", mate, field.key())));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid(wrong);
        }
    }

    private static String pointer(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private Set<String> bases(String type, Set<String> keys) {
        Set<String> bases = new LinkedHashSet<>(keys);
        bases.addAll(mates(type, keys));
        return bases;
    }

    /** Fields that only make sense together with one of these. */
    private Set<String> mates(String type, Set<String> keys) {
        List<Field<MasterRecord>> fields = types.fields(type);
        Set<String> marks = fields.stream()
                .filter(field -> keys.contains(field.key()))
                .map(Field::together)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return fields.stream()
                .filter(field -> field.together() != null && marks.contains(field.together()))
                .map(Field::key)
                .collect(Collectors.toSet());
    }
}
