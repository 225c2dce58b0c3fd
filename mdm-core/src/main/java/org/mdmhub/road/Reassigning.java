package org.mdmhub.road;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.notice.Notice;
import org.mdmhub.notice.Notices;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.People;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.Approvals;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.Handover;
import org.mdmhub.request.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A step that waits is given to one person, with a reason; it is recorded and he is told. */
@Component
public class Reassigning {

    private final Road road;
    private final RoadTransaction transaction;
    private final ChangeRequests requests;
    private final Approvals approvals;
    private final Handover handover;
    private final @Nullable People people;
    private final Notices notices;
    private final JdbcClient jdbc;

    Reassigning(
            Road road,
            RoadTransaction transaction,
            ChangeRequests requests,
            Approvals approvals,
            Handover handover,
            ObjectProvider<People> people,
            Notices notices,
            JdbcClient jdbc) {
        this.road = road;
        this.transaction = transaction;
        this.requests = requests;
        this.approvals = approvals;
        this.handover = handover;
        this.people = people.getIfAvailable();
        this.notices = notices;
        this.jdbc = jdbc;
    }

    /** A step that was given away; {@code step} is its number in the round. */
    public record Given(int round, int step, String to, String by, String reason, OffsetDateTime at) {}

    /** @param step number of the step, null where only one waits */
    public void reassign(UUID id, @Nullable Integer step, String to, @Nullable String reason, Actor by) {
        road.write(by, reason, () -> {
            ChangeRequest request = road.locked(id, by);
            if (reason == null || reason.isBlank()) {
                throw Refused.invalid("/reason", "required");
            }
            AskRules.text("/reason", reason);
            AskRules.storable("/to", to);
            Actor person = people == null
                    ? null
                    : people.find(to).filter(one -> Road.sees(one, request)).orElse(null);
            if (person == null) {
                throw Refused.invalid("/to", "policyPerson", to);
            }
            int given = handover.give(request, step, person, by);
            jdbc.sql("insert into reassignment (request_id, round, step, given_to, given_by, reason)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(id, request.round(), given, person.login(), by.login(), reason)
                    .update();
            notices.tell(
                    new Notice("given", Set.of(person.login()), id, List.of(request.number(), by.login(), reason), ""));
            return id;
        });
    }

    /**
     * What somebody can do with the steps of a request beside deciding.
     *
     * @param waiting numbers of the steps that wait
     * @param able logins to whom he may give one; empty where he may not
     * @param insteadOf for whom he would decide as a substitute, null where for himself or not at all
     */
    public record Desk(
            List<Integer> waiting,
            List<String> able,
            @Nullable String insteadOf,
            List<Given> given) {}

    /** For one who sees the request. */
    public Desk desk(UUID id, Actor reader) {
        return transaction.read(() -> {
            ChangeRequest request = requests.find(id).orElseThrow();
            List<Step> waiting = approvals.open(request);
            return new Desk(
                    waiting.stream().map(Step::step).toList(),
                    handover.mayGive(request, reader) ? able(request, waiting) : List.of(),
                    approvals.decidesFor(request, reader).orElse(null),
                    of(id));
        });
    }

    private List<String> able(ChangeRequest request, List<Step> waiting) {
        if (people == null || waiting.isEmpty()) {
            return List.of();
        }
        Set<Role> roles =
                waiting.stream().flatMap(step -> step.roles().stream()).collect(Collectors.toSet());
        Set<String> named =
                waiting.stream().flatMap(step -> step.people().stream()).collect(Collectors.toSet());
        return handover.couldTake(request, people.among(roles, named)).stream()
                .map(Actor::login)
                .toList();
    }

    /** What was given away of a request, oldest first; for whoever may see it. */
    public List<Given> of(UUID id) {
        return jdbc.sql("select round, step, given_to, given_by, reason, at from reassignment"
                        + " where request_id = ? order by id")
                .param(id)
                .query((row, number) -> new Given(
                        row.getInt("round"),
                        row.getInt("step"),
                        row.getString("given_to"),
                        row.getString("given_by"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }
}
